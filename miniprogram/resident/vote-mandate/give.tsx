import { useState } from 'react'
import type { MyHead, Vote } from '#shared/votes/contract.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { OpinionFields, statedIn, type Opinions } from '#miniprogram/features/votes/opinions.tsx'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface GiveProps {
  readonly community: string
  readonly vote: Vote
  readonly head: MyHead
  /** The rules want every item written down. */
  readonly needsOpinion: boolean
  readonly onDone: () => Promise<void>
}

/** Who is to cast, and what the owner wants said; then the code that makes it theirs. */
export function Give({ community, vote, head, needsOpinion, onDone }: GiveProps) {
  const [isOpen, setOpen] = useState(false)
  const [agent, setAgent] = useState('')
  const [opinions, setOpinions] = useState<Opinions>({})
  const [key] = useState(newKey)
  const [secret, setSecret] = useState<string>()
  const give = useAct(async () => {
    const choices = statedIn(vote, opinions)
    const sent = { community, vote: vote.vote, head: head.head, agent: agent.trim() }
    const given = await deskApi.giveMandate(
      { ...sent, ...(choices.length > 0 && { choices }) },
      { key },
    )
    setSecret(given.secret)
  })
  const isWhole = !needsOpinion || statedIn(vote, opinions).length === vote.items.length
  const missing =
    agent.trim().length < 2 ? '请写受托人姓名' : isWhole ? undefined : '请写明每一项的意见'
  if (secret !== undefined) return <Secret secret={secret} agent={agent.trim()} onDone={onDone} />
  if (!isOpen) {
    return (
      <Card title="委托别人替我投票">
        <Said>{weightOf(head)}</Said>
        <Button kind="plain" id={`give-${head.head}`} onPress={() => setOpen(true)}>
          委托别人投这一票
        </Button>
      </Card>
    )
  }
  return (
    <Card title="委托别人替我投票">
      <Said>{weightOf(head)}</Said>
      <Field label="受托人姓名" hint="写身份证上的姓名，和对方在家园登记的姓名一致">
        <TextLine id="agent" label="受托人姓名" value={agent} onChange={setAgent} />
      </Field>
      {needsOpinion && <Said>按本小区适用的规则，每一项都要写明您的意见，受托人照着投。</Said>}
      <OpinionFields
        items={vote.items}
        opinions={opinions}
        free={needsOpinion ? undefined : '由受托人决定'}
        onChange={setOpinions}
      />
      {give.trouble && <NoticeBar tone="red">{give.trouble.detail}</NoticeBar>}
      <Button id="give" busy={give.busy} off={missing} onPress={() => give.run()}>
        我确认委托，生成委托码
      </Button>
      <Button kind="quiet" id="not-give" onPress={() => setOpen(false)}>
        不委托了
      </Button>
    </Card>
  )
}

interface SecretProps {
  readonly secret: string
  readonly agent: string
  readonly onDone: () => Promise<void>
}

const Secret = ({ secret, agent, onDone }: SecretProps) => (
  <Card title="委托码">
    <Row id="secret-shown" title={secret} />
    <Said>
      {`请把委托码告诉${agent}。对方在家园打开这次表决，点“委托投票”，输入委托码接受后，就能替您投。`}
    </Said>
    <Said>委托码只显示这一次，不要给别人看。没有记住可以撤回，再委托一次。</Said>
    <Button id="told" onPress={onDone}>
      我已告诉对方
    </Button>
  </Card>
)
