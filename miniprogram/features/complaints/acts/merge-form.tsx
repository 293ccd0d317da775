import * as z from '#shared/kernel/zod.ts'
import { isPublicNumber } from '#shared/kernel/public-number.ts'
import { api } from '#miniprogram/platform/api.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { useActForm } from './use-act-form.ts'

const Merging = z.object({ into: z.string(), text: z.string() })

/** As it was read off a list or a slip: with spaces, in small letters. */
const numberFrom = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/** Into one filed earlier; who filed this one keeps their thread. */
export function MergeForm(props: ActFormProps) {
  const form = useActForm(props, {
    kind: 'merge',
    Content: Merging,
    nothing: { into: '', text: '' },
    post: (about, { into, text }, sending) =>
      api.complaints.merge({ ...about, into: numberFrom(into), text }, sending),
  })
  const { into, text } = form.content
  return (
    <ActFrame
      id="merge"
      title="并入另一件"
      word="并入这一件"
      missing={isPublicNumber(numberFrom(into)) ? undefined : '请写更早那一件的编号'}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Field label="更早那一件的编号" hint="同一件事报了两次时用；提出人仍能看到后续进展">
        <TextLine
          id="merge-into"
          label="更早那一件的编号"
          value={into}
          placeholder="例如：JX7-K4M-9R3"
          onChange={(value) => form.change(() => ({ into: value }))}
        />
      </Field>
      <Field label="说明（可不写）">
        <TextArea
          id="merge-text"
          label="说明"
          value={text}
          most={500}
          onChange={(value) => form.change(() => ({ text: value }))}
        />
      </Field>
    </ActFrame>
  )
}
