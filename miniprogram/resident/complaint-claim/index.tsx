import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { NumberField, typedNumber } from '#miniprogram/features/complaints/number-field.tsx'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

export default function ComplaintClaimPage() {
  return (
    <Page title="凭回执认领投诉">
      <Permitted to="complaint:claim">
        {({ community }) => <Claim community={community} />}
      </Permitted>
    </Page>
  )
}

/** Number and code from the paper of the window: from then on it is the person's own. */
function Claim({ community }: { readonly community: string }) {
  const [typed, setTyped] = useState('')
  const [secret, setSecret] = useState('')
  const [key] = useState(newKey)
  const number = typedNumber(typed)
  const claim = useAct(async () => {
    if (number === undefined) return
    await api.complaints.claimWithCode({ community, number, secret }, { key })
    await Taro.redirectTo({ url: `${PAGES.complaint}?number=${number}` })
  })
  return (
    <>
      <Card>
        <Said>
          在社区窗口或打电话提的投诉，照回执输入编号和认领码，就能在手机上看进展、确认和提异议。认领码只能用一次。
        </Said>
        <NumberField value={typed} onChange={setTyped} />
        <Field label="认领码" hint="10 位，分两组">
          <TextLine
            id="secret"
            label="认领码"
            value={secret}
            onChange={setSecret}
            placeholder="例如：34679-ACDEF"
          />
        </Field>
      </Card>
      {claim.trouble && <NoticeBar tone="red">{claim.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="claim"
          busy={claim.busy}
          busyWord="正在认领…"
          off={missing(typed, secret)}
          onPress={() => claim.run()}
        >
          认领
        </Button>
      </Action>
    </>
  )
}

function missing(typed: string, secret: string): string | undefined {
  if (typed.trim() === '') return '请照回执写编号'
  if (typedNumber(typed) === undefined) return '编号不对，请照回执核对'
  return secret.trim().length < 10 ? '请照回执写认领码' : undefined
}
