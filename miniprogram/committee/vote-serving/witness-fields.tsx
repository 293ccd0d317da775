import type { WitnessOffice } from '#shared/votes/serving/serving.ts'
import { OFFICE_NAMES } from '#shared/votes/serving/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Witnesses } from './index.tsx'

interface WitnessFieldsProps {
  readonly witnesses: Witnesses
  readonly onChange: (witnesses: Witnesses) => void
}

const OFFICES = (Object.keys(OFFICE_NAMES) as WitnessOffice[]).map((value) => ({
  value,
  label: OFFICE_NAMES[value],
}))
const ORDINALS = ['第一位见证人', '第二位见证人'] as const

/** Two of them, not the committee alone. What was entered at one door stands at the next. */
export function WitnessFields({ witnesses, onChange }: WitnessFieldsProps) {
  const [first, second] = witnesses
  const change = (place: 0 | 1, to: Witnesses[number]) =>
    onChange(place === 0 ? [{ ...first, ...to }, second] : [first, { ...second, ...to }])
  return (
    <>
      {([0, 1] as const).map((place) => (
        <Card key={place} title={ORDINALS[place]}>
          <Field label="姓名">
            <TextLine
              id={`witness-${place}`}
              label={`${ORDINALS[place]}姓名`}
              value={witnesses[place].name ?? ''}
              onChange={(name) => change(place, { name })}
            />
          </Field>
          <ChoiceRow
            label={`${ORDINALS[place]}身份`}
            options={OFFICES}
            value={witnesses[place].office}
            onChange={(office) => change(place, { office })}
          />
        </Card>
      ))}
    </>
  )
}
