import { useState } from 'react'
import * as z from '#shared/kernel/zod.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { DisputeKind, type VoteDispute } from '#shared/votes/disputes.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { NoteForm } from './note-form.tsx'

interface DisputesProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly onDone: (vote: Vote) => void
  readonly reload: () => Promise<void>
}

const KIND_NAMES: Readonly<Record<VoteDispute['kind'], string>> = {
  objection: '有人提出异议',
  annulment: '有人请求法院撤销',
  lawsuit: '有其他诉讼',
}

/** Objections and suits as the offices note them: while one is pending, ballots and roll are kept. */
export function Disputes(props: DisputesProps) {
  const now = useNow()
  const { vote } = props
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<string>()
  if (!vote.roll || vote.removedAt !== undefined) return null
  return (
    <Card title="争议登记">
      <Said>有异议或者诉讼没有了结，选票和名册就一直保存。</Said>
      {vote.disputes?.map(({ dispute, kind, at, ended }) => (
        <Row
          key={dispute}
          id={`dispute-${dispute}`}
          title={KIND_NAMES[kind]}
          note={`${formatTime(new Date(at), now)} 登记`}
          value={ended === undefined ? '没有了结' : '已了结'}
          onPress={ended === undefined ? () => setEnding(dispute) : undefined}
        />
      ))}
      {ending !== undefined && (
        <EndDispute {...props} key={ending} dispute={ending} onEnd={() => setEnding(undefined)} />
      )}
      {isAdding ? (
        <AddDispute {...props} onEnd={() => setAdding(false)} />
      ) : (
        <Button kind="plain" id="add-dispute" onPress={() => setAdding(true)}>
          登记一件争议
        </Button>
      )}
    </Card>
  )
}

interface Ending extends DisputesProps {
  readonly onEnd: () => void
}

const Added = z.object({ kind: DisputeKind.optional(), note: z.string() })

function AddDispute({ community, person, vote, onDone, onEnd, reload }: Ending) {
  const drafts = draftsOf(person, `dispute:${vote.vote}`, Added)
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin({ note: '' }))
  const { kind, note } = draft.content
  return (
    <>
      <Field label="什么争议">
        <ChoiceRow
          label="什么争议"
          options={DisputeKind.options.map((value) => ({ value, label: KIND_NAMES[value] }))}
          value={kind}
          onChange={(chosen) => change((old) => ({ ...old, kind: chosen }))}
        />
      </Field>
      <NoteForm
        id="dispute"
        word="登记争议"
        label="情况"
        hint="谁提的、什么时候、哪个法院"
        note={note}
        off={kind === undefined ? '请选择什么争议' : undefined}
        onNote={(text) => change((old) => ({ ...old, note: text }))}
        reload={reload}
        onBack={onEnd}
        send={async () => {
          if (kind === undefined) return
          const sent = { community, vote: vote.vote, kind, note }
          onDone(await api.votes.dispute(sent, { key: draft.key }))
          drafts.remove(draft.id)
          onEnd()
        }}
      />
    </>
  )
}

function EndDispute({
  community,
  person,
  vote,
  dispute,
  onDone,
  onEnd,
  reload,
}: Ending & { readonly dispute: string }) {
  const drafts = draftsOf(person, `end-dispute:${dispute}`, z.string())
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin(''))
  return (
    <NoteForm
      id="end-dispute"
      word="登记了结"
      label="怎么了结的"
      hint="例如：法院驳回，判决已生效"
      note={draft.content}
      off={undefined}
      onNote={(text) => change(() => text)}
      reload={reload}
      onBack={onEnd}
      send={async () => {
        const sent = { community, vote: vote.vote, dispute, note: draft.content }
        onDone(await api.votes.endDispute(sent, { key: draft.key }))
        drafts.remove(draft.id)
        onEnd()
      }}
    />
  )
}
