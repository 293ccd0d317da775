import { useState } from 'react'
import { parseSheetCode } from '#shared/votes/papers/code.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import type { Held } from './held.ts'
import { scanSheet } from './scan-sheet.ts'

interface FindSheetProps {
  readonly community: string
  readonly vote: string
  /** What became of the one before. */
  readonly said: string | undefined
  readonly onFound: (held: Held) => void
}

/** The camera, or the code by hand where there is none. */
export function FindSheet({ community, vote, said, onFound }: FindSheetProps) {
  const [typed, setTyped] = useState('')
  const look = useAct(async (code: string) => {
    onFound({ code, sheet: await deskApi.lookAtSheet({ community, vote, code }) })
  })
  const scan = useAct(async () => {
    const seen = await scanSheet()
    if (seen !== undefined) await look.run(seen)
  })
  const trouble = scan.trouble ?? look.trouble
  const isWhole = parseSheetCode(typed).ok
  return (
    <>
      {said !== undefined && <NoticeBar tone="jade">{said}</NoticeBar>}
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      <Card title="拿起一张表决票">
        <Said>扫右上角的二维码，或照着二维码下面的票号和验证码输入。</Said>
        <Field label="票号和验证码" hint="例如 12-1 KM7-XR4-PCA，横线可以不打">
          <TextLine id="code" label="票号和验证码" value={typed} onChange={setTyped} />
        </Field>
        <Button
          kind="plain"
          id="look"
          busy={look.busy}
          off={isWhole ? undefined : '请输入完整的票号和验证码'}
          onPress={() => look.run(typed)}
        >
          查这张票
        </Button>
      </Card>
      {__TARGET__ === 'weapp' && (
        <Action>
          <Button id="scan" busy={scan.busy} onPress={() => scan.run()}>
            扫码
          </Button>
        </Action>
      )}
    </>
  )
}
