import { useState } from 'react'
import { Text } from '@tarojs/components'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { askedBy, type Asked } from './asked.ts'
import { scanWebCode } from './scan.ts'

interface FindProps {
  readonly onFound: (asked: Asked) => void
}

/** The code on the computer's screen: scanned where the phone can, else typed. */
export const Find = ({ onFound }: FindProps) => (
  <>
    {__TARGET__ === 'weapp' && <Scan onFound={onFound} />}
    <Type onFound={onFound} />
  </>
)

function Scan({ onFound }: FindProps) {
  const scan = useAct(async () => {
    const code = await scanWebCode()
    if (code !== undefined) onFound(await askedBy(code))
  })
  return (
    <Card title="扫电脑上的二维码">
      <Text>在电脑上打开“家园”网页，会出现一个二维码。</Text>
      {scan.trouble && <NoticeBar tone="red">{scan.trouble.detail}</NoticeBar>}
      <Button id="scan-web-code" busy={scan.busy} onPress={scan.run}>
        扫一扫
      </Button>
    </Card>
  )
}

function Type({ onFound }: FindProps) {
  const [code, setCode] = useState('')
  const look = useAct(async () => onFound(await askedBy(code)))
  const isWhole = /^[A-Za-z0-9]{6}$/.test(code.replace(/[\s-]/g, ''))
  return (
    <Card title={__TARGET__ === 'weapp' ? '扫不了？填短码' : '填网页上的短码'}>
      <Field
        label="网页上的 6 位短码"
        hint="在二维码下面，2 分钟内有效。大写小写都可以。"
        wrong={look.trouble?.detail}
      >
        <TextLine id="web-code" label="网页上的 6 位短码" value={code} onChange={setCode} />
      </Field>
      <Button
        {...(__TARGET__ === 'weapp' && { kind: 'plain' })}
        id="look-web-code"
        busy={look.busy}
        off={isWhole ? undefined : '请填写 6 位短码'}
        onPress={look.run}
      >
        下一步
      </Button>
    </Card>
  )
}
