import { useState } from 'react'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface AcceptProps {
  readonly community: string
  readonly vote: string
  readonly onDone: () => Promise<void>
}

const SYMBOLS = 10

/** Taking on somebody's mandate with the code they told. */
export function Accept({ community, vote, onDone }: AcceptProps) {
  const [secret, setSecret] = useState('')
  const accept = useAct(async () => {
    await deskApi.acceptMandate({ community, vote, secret: secret.trim() }, { key: newKey() })
    setSecret('')
    await onDone()
  })
  const isWhole = secret.replace(/[\s\-—－·]/g, '').length >= SYMBOLS
  return (
    <Card title="别人委托我投票">
      <Said>请业主把委托码告诉您。接受以后您就能替他投这一票，请照他的意见投。</Said>
      <Field label="委托码" hint="共 10 位，不分大小写，横线可以不输">
        <TextLine id="secret" label="委托码" value={secret} onChange={setSecret} />
      </Field>
      {accept.trouble && <NoticeBar tone="red">{accept.trouble.detail}</NoticeBar>}
      <Button
        kind="plain"
        id="accept"
        busy={accept.busy}
        off={isWhole ? undefined : '请输入 10 位委托码'}
        onPress={() => accept.run()}
      >
        我愿意受托
      </Button>
    </Card>
  )
}
