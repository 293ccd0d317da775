import { useState } from 'react'
import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Served, ServingUnit } from '#shared/votes/serving/serving.ts'
import { HANDED_NAMES, OFFICE_NAMES, WAY_NAMES } from '#shared/votes/serving/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface ProofsProps {
  readonly community: string
  readonly vote: string
  readonly unit: ServingUnit
  readonly onAdd: () => void
  readonly onBack: () => void
}

/** What proves that a home was reached; a wrong one is struck out, never taken away. */
export function Proofs({ community, vote, unit, onAdd, onBack }: ProofsProps) {
  const query = useQuery(`proofs ${vote} ${unit.unit}`, () =>
    deskApi.servingProofs({ community, vote, unit: unit.unit }),
  )
  return (
    <>
      <Button kind="quiet" id="back" onPress={onBack}>
        返回
      </Button>
      <Card title={unit.unit}>
        <Said>{`业主：${unit.owners.join('、')}`}</Said>
      </Card>
      <Loaded query={query}>
        {({ items }) => (
          <>
            {items.map((proof) => (
              <Proof
                key={proof.evidence}
                community={community}
                vote={vote}
                proof={proof}
                onDone={query.reload}
              />
            ))}
          </>
        )}
      </Loaded>
      <Button kind="plain" id="add-proof" onPress={onAdd}>
        再登记一次送达
      </Button>
    </>
  )
}

interface ProofProps {
  readonly community: string
  readonly vote: string
  readonly proof: Served
  readonly onDone: () => Promise<void>
}

function Proof({ community, vote, proof, onDone }: ProofProps) {
  const now = useNow()
  const { way, on, struck, counts } = proof
  const tag = struck ? '已划掉' : counts ? '算送达' : '不算送达'
  return (
    <Card title={WAY_NAMES[way]} aside={<Tag tone={counts ? 'jade' : 'grey'}>{tag}</Tag>}>
      <Row title="送达日期" value={formatDay(on, now)} />
      {groundsOf(proof).map((line) => (
        <Row key={line} title={line} />
      ))}
      {struck ? (
        <Said>{`${struck.by}在 ${formatTime(new Date(struck.at), now)} 划掉：${struck.reason}`}</Said>
      ) : (
        <Strike community={community} vote={vote} proof={proof} onDone={onDone} />
      )}
    </Card>
  )
}

function groundsOf({ handedTo, witnesses = [], carrier, tracking, by, photos }: Served): string[] {
  const names = witnesses.map(({ name, office }) => `${name}（${OFFICE_NAMES[office]}）`)
  return [
    handedTo && HANDED_NAMES[handedTo],
    names.length > 0 ? `见证人：${names.join('、')}` : undefined,
    tracking === undefined ? undefined : `${carrier ?? ''} ${tracking}`,
    photos && `照片 ${photos.length} 张`,
    by === undefined ? '系统自动记录' : `登记人：${by}`,
  ].filter((line) => line !== undefined)
}

function Strike({ community, vote, proof, onDone }: ProofProps) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const strike = useAct(async () => {
    const { evidence, unit } = proof
    const sent = { community, vote, evidence, unit, reason: reason.trim() }
    await deskApi.strikeServing(sent, { key: newKey() })
    await onDone()
  })
  if (!isOpen) {
    return (
      <Button kind="quiet" id={`strike-${proof.evidence}`} onPress={() => setOpen(true)}>
        登记错了，划掉这一条
      </Button>
    )
  }
  return (
    <>
      <Field label="为什么划掉" hint="原来的记录会保留">
        <TextLine id="reason" label="为什么划掉" value={reason} onChange={setReason} />
      </Field>
      {strike.trouble && <NoticeBar tone="red">{strike.trouble.detail}</NoticeBar>}
      <Button
        kind="danger"
        id="strike"
        busy={strike.busy}
        off={reason.trim().length < 2 ? '请写原因' : undefined}
        onPress={() => strike.run()}
      >
        划掉这一条
      </Button>
    </>
  )
}
