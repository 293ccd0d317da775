import { dayOf } from '#shared/kernel/calendar.ts'
import type { MyBinding } from '#shared/bindings/views.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

/** A person whom the one filing helps in this community today. */
export interface Helped {
  readonly unit: string
  /** Masked. */
  readonly name: string
}

export const helpedIn = (
  items: readonly MyBinding[],
  community: string,
  now: Date,
): readonly Helped[] => {
  const today = dayOf(now)
  return items
    .filter(
      (one) =>
        one.relation === 'helper' &&
        one.status === 'verified' &&
        one.community === community &&
        (one.from ?? today) <= today &&
        today <= (one.until ?? today),
    )
    .map(({ unit, helps }) => ({ unit, name: helps?.name ?? '' }))
}

const SELF = 'self'

interface ForWhomProps {
  /** Whether the person has a home there, and so complaints of their own. */
  readonly own: boolean
  /** `undefined` until it is known. */
  readonly helped: readonly Helped[] | undefined
  readonly value: string | undefined
  readonly onChange: (unit: string | undefined) => void
}

/** Who helps somebody says each time for whom it is; everybody else is not asked. */
export function ForWhom({ own, helped, value, onChange }: ForWhomProps) {
  if (!helped || (helped.length === 0 && value === undefined)) return null
  const stands = helped.some(({ unit }) => unit === value)
  const options = [
    ...(own ? [{ value: SELF, label: '我自己' }] : []),
    ...helped.map(({ unit, name }) => ({ value: unit, label: name, note: unit })),
  ]
  const chosen = value ?? (own ? SELF : undefined)
  return (
    <Card>
      <Field label="替谁提交">
        <ChoiceRow
          label="替谁提交"
          options={options}
          value={chosen}
          onChange={(to) => onChange(to === SELF ? undefined : to)}
        />
      </Field>
      {value !== undefined && (
        <NoticeBar tone={stands ? 'blue' : 'amber'}>
          {stands
            ? '投诉算他本人的，会写明由您代为提交。是否办好，由他自己确认。'
            : `您现在不是 ${value} 的代办人，可能已经到期或已被解除，不能替他提交。`}
        </NoticeBar>
      )}
    </Card>
  )
}
