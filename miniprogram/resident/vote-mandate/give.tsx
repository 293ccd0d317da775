import { useState } from 'react'
import type { MyHead, Vote } from '#shared/votes/contract.ts'
import type { Choice, ItemChoice } from '#shared/votes/terms.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface GiveProps {
  readonly community: string
  readonly vote: Vote
  readonly head: MyHead
  readonly onDone: () => Promise<void>
}

const OPTIONS = [
  { value: 'free', label: '由受托人决定' },
  ...(['for', 'against', 'abstain'] as const).map((value) => ({
    value,
    label: CHOICE_NAMES[value],
  })),
] as const
type Wanted = Choice | 'free'

/** Who is to cast, and what the owner wants said; then the code that makes it theirs. */
export function Give({ community, vote, head, onDone }: GiveProps) {
  const [isOpen, setOpen] = useState(false)
  const [agent, setAgent] = useState('')
  const [wanted, setWanted] = useState<Readonly<Record<number, Wanted>>>({})
  const [key] = useState(newKey)
  const [secret, setSecret] = useState<string>()
  const give = useAct(async () => {
    const choices = vote.items.flatMap(({ item }): ItemChoice[] => {
      const choice = wanted[item] ?? 'free'
      return choice === 'free' ? [] : [{ item, choice }]
    })
    const sent = { community, vote: vote.vote, head: head.head, agent: agent.trim() }
    const given = await deskApi.giveMandate(
      { ...sent, ...(choices.length > 0 && { choices }) },
      { key },
    )
    setSecret(given.secret)
  })
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
      {vote.items.map(({ item, title }) => (
        <Field key={item} label={`第 ${item} 项：${title}`}>
          <ChoiceRow
            label={`第 ${item} 项的意见`}
            options={OPTIONS}
            value={wanted[item] ?? 'free'}
            onChange={(choice) => setWanted((old) => ({ ...old, [item]: choice }))}
          />
        </Field>
      ))}
      {give.trouble && <NoticeBar tone="red">{give.trouble.detail}</NoticeBar>}
      <Button
        id="give"
        busy={give.busy}
        off={agent.trim().length < 2 ? '请写受托人姓名' : undefined}
        onPress={() => give.run()}
      >
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
