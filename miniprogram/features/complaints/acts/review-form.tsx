import { lengthOf } from '#shared/kernel/text.ts'
import { Verdict } from '#shared/complaints/rules/life.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { AreaField } from './form-fields.tsx'
import { useActForm } from './use-act-form.ts'

const Opinion = z.object({ verdict: Verdict.optional(), text: z.string() })

const VERDICTS = [
  { value: 'done', label: '已经办好', note: '两名工作人员都这样认为，才结案' },
  { value: 'not_done', label: '没有办好', note: '有一人这样认为，就退回街道重新办理' },
] as const

/** One of two officers about a second dispute, or about a refusal. */
export function ReviewForm(props: ActFormProps) {
  const form = useActForm(props, {
    kind: 'review',
    Content: Opinion,
    nothing: { text: '' },
    post: (about, { verdict, text }, sending) =>
      api.complaints.review({ ...about, text, verdict: verdict ?? 'not_done' }, sending),
  })
  const { verdict, text } = form.content
  return (
    <ActFrame
      id="review"
      title="复核"
      word="写下复核意见"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Said>由两名没有办过这件投诉的工作人员各写一次意见，写下后不能改。</Said>
      <FirstOpinion timeline={props.complaint.timeline} />
      <Field label="您的意见">
        <ChoiceRow
          label="您的意见"
          options={VERDICTS}
          value={verdict}
          onChange={(value) => form.change(() => ({ verdict: value }))}
        />
      </Field>
      <AreaField
        id="review-text"
        label="看了什么，依据是什么"
        value={text}
        most={2_000}
        placeholder="例如：到现场看过，隔断已拆，地面龙骨还在"
        onChange={(value) => form.change(() => ({ text: value }))}
      />
    </ActFrame>
  )
}

/** What the first officer wrote since the last dispute, as far as the person looking is told. */
function FirstOpinion({ timeline }: Pick<ActFormProps['complaint'], 'timeline'>) {
  const since = Math.max(
    0,
    ...timeline.flatMap(({ kind, seq }) => (kind === 'disputed' ? [seq] : [])),
  )
  const first = timeline.find(({ kind, seq }) => kind === 'reviewed' && seq > since)
  if (!first) return null
  const said = VERDICTS.find(({ value }) => value === first.facts?.verdict)?.label
  return (
    <Row
      title={`第一位的意见：${said ?? '已写'}`}
      note={`${first.by.role} ${first.by.name}${first.text === undefined ? '' : `：${first.text}`}`}
    />
  )
}

function missingIn({ verdict, text }: z.infer<typeof Opinion>): string | undefined {
  if (verdict === undefined) return '请选您的意见'
  return lengthOf(text) < 2 ? '请写依据' : undefined
}
