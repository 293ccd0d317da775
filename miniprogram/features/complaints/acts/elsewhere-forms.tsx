import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { useActForm } from './use-act-form.ts'

const Elsewhere = z.object({ body: z.string(), caseNumber: z.string(), text: z.string() })
const NOTHING = { body: '', caseNumber: '', text: '' }
const MOST = { body: 60, caseNumber: 60, text: 2_000 } as const

interface Way {
  readonly act: 'toMediation' | 'toLitigation'
  readonly title: string
  readonly follows: string
  readonly body: string
  readonly example: string
  readonly word: string
}

const wayForm = ({ act, title, follows, body: label, example, word }: Way) =>
  function ElsewhereForm(props: ActFormProps) {
    const form = useActForm(props, {
      kind: act,
      Content: Elsewhere,
      nothing: NOTHING,
      post: (about, { caseNumber, ...said }, sending) =>
        act === 'toLitigation'
          ? api.complaints.toLitigation({ ...about, ...said, caseNumber }, sending)
          : api.complaints.toMediation({ ...about, ...said }, sending),
    })
    const { body, caseNumber, text } = form.content
    return (
      <ActFrame
        id={act}
        title={title}
        word={word}
        missing={missingIn(form.content, label)}
        form={form}
        off={props.off}
        onLost={props.onLost}
      >
        <Said>{follows}</Said>
        <Field label={label}>
          <TextLine
            id={`${act}-body`}
            label={label}
            value={body}
            placeholder={example}
            onChange={(value) => form.change(() => ({ body: value }))}
          />
        </Field>
        {act === 'toLitigation' && (
          <Field label="案号（可不写）">
            <TextLine
              id={`${act}-case`}
              label="案号"
              value={caseNumber}
              onChange={(value) => form.change(() => ({ caseNumber: value }))}
            />
          </Field>
        )}
        <Field label="说明（可不写）">
          <TextArea
            id={`${act}-text`}
            label="说明"
            value={text}
            most={MOST.text}
            onChange={(value) => form.change(() => ({ text: value }))}
          />
        </Field>
      </ActFrame>
    )
  }

function missingIn(
  { body, caseNumber, text }: z.infer<typeof Elsewhere>,
  label: string,
): string | undefined {
  if (lengthOf(body) < 2 || lengthOf(body) > MOST.body) return `请写${label}`
  const isLong = lengthOf(caseNumber) > MOST.caseNumber || lengthOf(text) > MOST.text
  return isLong ? '写得太长，请删减' : undefined
}

export const MediationForm = wayForm({
  act: 'toMediation',
  title: '转调解',
  follows: '调解期间期限停止计算，案卷仍可查看。调解不成，再转回街道接着办。',
  body: '由谁调解',
  example: '例如：街道人民调解委员会',
  word: '转调解',
})
export const LitigationForm = wayForm({
  act: 'toLitigation',
  title: '走诉讼途径',
  follows: '诉讼期间期限停止计算，案卷仍可查看。当事人随时可以起诉，不需要谁同意。',
  body: '哪个法院',
  example: '例如：自流井区人民法院',
  word: '记录走诉讼途径',
})
