import { lengthOf } from '#shared/kernel/text.ts'
import { PauseReason } from '#shared/clocks/clock.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { useActForm } from './use-act-form.ts'

const Pausing = z.object({ pause: PauseReason.optional(), text: z.string() })

const REASONS = [
  { value: 'waiting_for_resident', label: '等居民', note: '要居民开门、补材料或约时间' },
  { value: 'material_ordered', label: '等材料', note: '材料已订，到货才能施工' },
  { value: 'in_court', label: '在诉讼中' },
] as const

/** Why nobody can act, and on whom it waits: everybody concerned sees it. */
export function PauseForm(props: ActFormProps) {
  const form = useActForm(props, {
    kind: 'pause',
    Content: Pausing,
    nothing: { text: '' },
    post: (about, { pause, text }, sending) =>
      api.complaints.pause({ ...about, pause: pause ?? 'waiting_for_resident', text }, sending),
  })
  const { pause, text } = form.content
  return (
    <ActFrame
      id="pause"
      title="暂停计时"
      word="暂停计时"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Field label="在等什么" hint="暂停的次数和原因，居民和街道都看得到">
        <ChoiceRow
          label="在等什么"
          options={REASONS}
          value={pause}
          onChange={(value) => form.change(() => ({ pause: value }))}
        />
      </Field>
      <Field label="具体说明" hint="等谁、等什么、大约到什么时候">
        <TextArea
          id="pause-text"
          label="具体说明"
          value={text}
          most={2_000}
          placeholder="例如：门机皮带已下单，预计 11 月 26 日到货"
          onChange={(value) => form.change(() => ({ text: value }))}
        />
      </Field>
    </ActFrame>
  )
}

function missingIn({ pause, text }: z.infer<typeof Pausing>): string | undefined {
  if (pause === undefined) return '请选在等什么'
  return lengthOf(text) < 2 ? '请写具体说明' : undefined
}
