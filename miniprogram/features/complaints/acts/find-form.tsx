import { lengthOf } from '#shared/kernel/text.ts'
import { Finding } from '#shared/complaints/rules/life.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { useActForm } from './use-act-form.ts'

const Finds = z.object({
  finding: Finding.optional(),
  approver: z.string(),
  text: z.string(),
  photos: z.array(z.string()),
})

const FINDINGS = [
  {
    value: 'WITHIN_REMIT_UNSOLVABLE',
    label: '本级确实无法解决',
    note: '属于本级职责，但条件不够，例如要动用维修资金',
  },
  { value: 'OUTSIDE_REMIT', label: '不属于本级职责', note: '写明该由谁办，会继续往上转' },
] as const

/** The recorded finding on which the way up rests: S2 工作要求（三）. */
export function FindForm(props: ActFormProps) {
  const form = useActForm(props, {
    kind: 'find',
    Content: Finds,
    nothing: { approver: '', text: '', photos: [] },
    post: (about, { finding, ...said }, sending) =>
      api.complaints.find(
        { ...about, ...said, finding: finding ?? 'WITHIN_REMIT_UNSOLVABLE' },
        sending,
      ),
  })
  const { finding, approver, text, photos } = form.content
  return (
    <ActFrame
      id="find"
      title="写明结论"
      word="记录结论"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Field label="结论" hint="记录后才能上交一级">
        <ChoiceRow
          label="结论"
          options={FINDINGS}
          value={finding}
          onChange={(value) => form.change(() => ({ finding: value }))}
        />
      </Field>
      <Field label="理由">
        <TextArea
          id="find-text"
          label="理由"
          value={text}
          most={2_000}
          placeholder="例如：更换曳引机需动用维修资金，须业主表决"
          onChange={(value) => form.change(() => ({ text: value }))}
        />
      </Field>
      <Field label="审核人">
        <TextLine
          id="find-approver"
          label="审核人"
          value={approver}
          placeholder="姓名"
          onChange={(value) => form.change(() => ({ approver: value }))}
        />
      </Field>
      <PhotoPicker
        community={props.community}
        photos={photos}
        onAdd={(photo) => form.change((old) => ({ photos: [...old.photos, photo] }))}
        onRemove={(photo) =>
          form.change((old) => ({ photos: old.photos.filter((one) => one !== photo) }))
        }
      />
    </ActFrame>
  )
}

function missingIn({ finding, approver, text }: z.infer<typeof Finds>): string | undefined {
  if (finding === undefined) return '请选结论'
  if (lengthOf(text) < 2) return '请写理由'
  const letters = lengthOf(approver)
  return letters < 2 || letters > 30 ? '请写审核人姓名' : undefined
}
