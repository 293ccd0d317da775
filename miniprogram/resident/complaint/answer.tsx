import { useState } from 'react'
import type { Complaint } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { lengthOf, TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface AnswerProps {
  readonly community: string
  readonly complaint: Complaint
  readonly onDone: (complaint: Complaint) => void
}

const RATINGS = [
  { value: '5', label: '5 分', note: '很满意' },
  { value: '4', label: '4 分', note: '满意' },
  { value: '3', label: '3 分', note: '一般' },
  { value: '2', label: '2 分', note: '不满意' },
  { value: '1', label: '1 分', note: '很不满意' },
] as const
type Rating = (typeof RATINGS)[number]['value']

const LEAST = 5
const MOST = 1_000

/** The filer's turn: done and how well, or not done and why. */
export function Answer({ community, complaint, onDone }: AnswerProps) {
  const [disputing, setDisputing] = useState(false)
  if (!complaint.acts.includes('confirm')) return null
  return disputing ? (
    <Dispute
      community={community}
      complaint={complaint}
      onDone={onDone}
      onBack={() => setDisputing(false)}
    />
  ) : (
    <Confirm
      community={community}
      complaint={complaint}
      onDone={onDone}
      onDispute={() => setDisputing(true)}
    />
  )
}

function Confirm({
  community,
  complaint: { number, acts },
  onDone,
  onDispute,
}: AnswerProps & { readonly onDispute: () => void }) {
  const [rating, setRating] = useState<Rating>()
  const [key] = useState(newKey)
  const send = useAct(async () => {
    const sent = { community, number, rating: Number(rating) }
    onDone(await api.complaints.confirm(sent, { key }))
  })
  return (
    <Card title="办好了吗？">
      <Field label="给这次处理打分">
        <ChoiceRow label="打分" options={RATINGS} value={rating} onChange={setRating} />
      </Field>
      {send.trouble && <NoticeBar tone="red">{send.trouble.detail}</NoticeBar>}
      <Button
        id="confirm"
        busy={send.busy}
        off={rating === undefined ? '请先打分' : undefined}
        onPress={() => send.run()}
      >
        办好了，确认
      </Button>
      {acts.includes('dispute') && (
        <Button kind="quiet" id="dispute" onPress={onDispute}>
          没有办好，我有异议
        </Button>
      )}
    </Card>
  )
}

function Dispute({
  community,
  complaint: { number, disputesLeft },
  onDone,
  onBack,
}: AnswerProps & { readonly onBack: () => void }) {
  const [text, setText] = useState('')
  const [key] = useState(newKey)
  const send = useAct(async () =>
    onDone(await api.complaints.dispute({ community, number, text }, { key })),
  )
  return (
    <Card title="哪里没有办好？">
      <Field
        label="说明原因"
        hint={disputesLeft > 1 ? '写清楚，会重新办理' : '这是第二次，由两名工作人员复核'}
      >
        <TextArea id="dispute-text" label="说明原因" value={text} onChange={setText} most={MOST} />
      </Field>
      {send.trouble && <NoticeBar tone="red">{send.trouble.detail}</NoticeBar>}
      <Button
        id="send-dispute"
        busy={send.busy}
        off={lengthOf(text) < LEAST ? `至少写 ${LEAST} 个字` : undefined}
        onPress={() => send.run()}
      >
        提出异议
      </Button>
      <Button kind="quiet" onPress={onBack}>
        返回
      </Button>
    </Card>
  )
}
