import { useState } from 'react'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface DemoPhoneProps {
  readonly busy: boolean
  readonly onCode: (code: string) => unknown
}

const NUMBER = /^1\d{10}$/

/** Outside WeChat there is no button that gives a number away: in the demo its stand-in takes the one that is typed. */
export function DemoPhone({ busy, onCode }: DemoPhoneProps) {
  const demo = useQuery('demo-logins', () => api.sessions.demoLogins({}))
  const [number, setNumber] = useState('')
  if (demo.waiting) return null
  if ((demo.data?.items ?? []).length === 0) {
    return (
      <NoticeBar tone="blue">手机号要在微信里的“家园”小程序提供，网页上请用下面的办法。</NoticeBar>
    )
  }
  const off = NUMBER.test(number.trim()) ? undefined : '请输入 11 位手机号'
  return (
    <Card>
      <Field label="演示用的手机号" hint="演示里没有微信，直接输入代替微信提供的手机号">
        <TextLine
          id="phone"
          label="演示用的手机号"
          value={number}
          placeholder="11 位数字"
          onChange={setNumber}
        />
      </Field>
      <Button
        id="give-phone"
        busy={busy}
        busyWord="正在核对…"
        off={off}
        onPress={() => onCode(`demo-phone:${number.trim()}`)}
      >
        同意并用这个手机号核实
      </Button>
    </Card>
  )
}
