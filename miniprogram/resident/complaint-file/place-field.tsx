import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { lostHome, placesOf, whereOf, type Choices, type Form } from './form.ts'

interface PlaceFieldProps {
  readonly form: Form
  readonly choices: Choices
  readonly set: (to: Partial<Form>) => void
}

/** One home is chosen already; building and common area are one tap away. */
export function PlaceField({ form, choices, set }: PlaceFieldProps) {
  const where = whereOf(form, choices)
  const lost = lostHome(form, choices)
  return (
    <Field
      label="在哪里"
      wrong={lost && `${lost} 现在不是您登记的房屋，请另选地点。您写的都还在。`}
    >
      <ChoiceRow
        label="在哪里"
        value={where}
        onChange={(to) => set({ where: to })}
        options={placesOf(choices, form.onBehalfOf === undefined ? '我' : '他')}
      />
      {where === 'common' && (
        <TextLine
          id="area"
          label="公共区域的哪里"
          value={form.area}
          onChange={(area) => set({ area })}
          placeholder="例如：地下车库 B 区"
        />
      )}
    </Field>
  )
}
