import { lengthOf } from '#shared/kernel/text.ts'
import { openDepartments, type Settings } from '#shared/complaints/settings.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { AreaField } from './form-fields.tsx'
import { useActForm } from './use-act-form.ts'

const Referring = z.object({ department: z.string().optional(), text: z.string() })

/** To the competent department of the community's routing table, the usual one for its category first. */
export function ReferForm(props: ActFormProps) {
  const { community, complaint } = props
  const settings = useQuery(`complaint settings ${community}`, () =>
    api.complaints.settings({ community }),
  )
  const form = useActForm(props, {
    kind: 'refer',
    Content: Referring,
    nothing: { text: '' },
    post: (about, { department = '', text }, sending) =>
      api.complaints.refer({ ...about, department, text }, sending),
  })
  const { department, text } = form.content
  return (
    <ActFrame
      id="refer"
      title="转有关部门"
      word="转给这个部门"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Said>转出后期限停止计算，仍由街道跟进结果；部门没有解决的，再转回街道接着办。</Said>
      <Field label="转给谁">
        <Loaded query={settings} cards={1}>
          {({ settings: held }) => (
            <ChoiceRow
              label="转给谁"
              options={departmentsIn(held, complaint.category)}
              value={department}
              onChange={(value) => form.change(() => ({ department: value }))}
            />
          )}
        </Loaded>
      </Field>
      <AreaField
        id="refer-text"
        label="请它办什么"
        value={text}
        most={2_000}
        placeholder="例如：消防设施故障，请依法查处并限期整改"
        onChange={(value) => form.change(() => ({ text: value }))}
      />
    </ActFrame>
  )
}

function departmentsIn(settings: Settings, category: string) {
  const departments = openDepartments(settings)
  const usual = settings.categories.find((one) => one.category === category)?.departments ?? []
  const isUsual = ({ id }: { readonly id: string }): boolean => usual.includes(id)
  return [
    ...usual.flatMap((id) => departments.filter((one) => one.id === id)),
    ...departments.filter((one) => !isUsual(one)),
  ].map(({ id, name }) => ({
    value: id,
    label: name,
    ...(usual.includes(id) && { note: '这一类投诉常转这里' }),
  }))
}

function missingIn({ department, text }: z.infer<typeof Referring>): string | undefined {
  if (department === undefined) return '请选转给谁'
  return lengthOf(text) < 2 ? '请写请它办什么' : undefined
}
