import { lengthOf } from '#shared/kernel/text.ts'
import { DeclineReason } from '#shared/complaints/rules/life.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { AreaField } from './form-fields.tsx'
import { useActForm } from './use-act-form.ts'

const Declining = z.object({ reason: DeclineReason.optional(), text: z.string() })

/** 不属于本级职责 is not among them: the rules refuse it whoever asks (S2 工作要求（三）). */
const REASONS = [
  { value: 'nothing_to_check', label: '没有可以核实的内容' },
  { value: 'decided_by_court', label: '法院已经判决或正在审理' },
  { value: 'settled_before', label: '同一件事已经办结过' },
] as const

/** Not accepted, with a reason that the rules allow. */
export function DeclineForm(props: ActFormProps) {
  const form = useActForm(props, {
    kind: 'decline',
    Content: Declining,
    nothing: { text: '' },
    post: (about, { reason, text }, sending) =>
      api.complaints.decline({ ...about, text, reason: reason ?? 'nothing_to_check' }, sending),
  })
  const { reason, text } = form.content
  return (
    <ActFrame
      id="decline"
      title="不予受理"
      word="不予受理并告诉居民"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Said>
        不属于本级职责不是不受理的理由：受理后写明结论上交，或转有关部门。不予受理的，居民可以申请两名工作人员复核。
      </Said>
      <Field label="理由">
        <ChoiceRow
          label="理由"
          options={REASONS}
          value={reason}
          onChange={(value) => form.change(() => ({ reason: value }))}
        />
      </Field>
      <AreaField
        id="decline-text"
        label="告诉居民为什么"
        value={text}
        most={2_000}
        placeholder="例如：经核对，没有这项施工计划，也没有申请"
        onChange={(value) => form.change(() => ({ text: value }))}
      />
    </ActFrame>
  )
}

function missingIn({ reason, text }: z.infer<typeof Declining>): string | undefined {
  if (reason === undefined) return '请选理由'
  return lengthOf(text) < 2 ? '请写告诉居民的话' : undefined
}
