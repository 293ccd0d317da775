import type { UnitShown } from '#shared/register/terms.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import type { Form } from './form.ts'

interface OldOwnersProps {
  readonly unit: UnitShown
  readonly form: Form
  readonly onChange: (to: Form) => void
}

const CHOICES = [
  { value: 'go', label: '不再是业主' },
  { value: 'stay', label: '还是业主' },
] as const

/** Of several owners some may stay, as after a divorce or an inheritance. */
export const OldOwners = ({ unit, form, onChange }: OldOwnersProps) => (
  <Card title="现在的业主">
    {unit.owners.map(({ key, name }, i) => {
      const others = form.staying.filter((one) => one !== key)
      return (
        <Field key={key} label={name}>
          <ChoiceRow
            label={`第 ${i + 1} 位 ${name}`}
            options={CHOICES}
            value={others.length < form.staying.length ? 'stay' : 'go'}
            onChange={(value) =>
              onChange({ ...form, staying: value === 'stay' ? [...others, key] : others })
            }
          />
        </Field>
      )
    })}
  </Card>
)
