import { formatDay } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { HomeUsers } from '#shared/bindings/views.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { DayWheels } from '#miniprogram/kit/day-wheels.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { asksMember, lastDayOf, relationsFor, type Wanted } from './wanted.ts'

interface WantedFieldsProps {
  readonly roles: readonly Role[]
  readonly owners: HomeUsers['owners']
  readonly wanted: Wanted
  readonly onChange: (to: Wanted) => void
}

/** For whom a code is: the relation, the owner it concerns, and until when. */
export function WantedFields({ roles, owners, wanted, onChange }: WantedFieldsProps) {
  const { relation, member } = wanted
  return (
    <>
      <ChoiceRow
        label="给谁"
        options={relationsFor(roles)}
        value={relation}
        onChange={(value) => onChange({ relation: value })}
      />
      {asksMember(relation) && (
        <Field
          label={relation === 'owner' ? '是哪一位业主' : '替哪一位业主办事'}
          hint="确认是本人再给，名字要和名册一致"
        >
          <ChoiceRow
            label="哪一位业主"
            options={owners.map((owner) => ({ value: owner.member, label: owner.name }))}
            value={member}
            onChange={(value) => onChange({ member: value })}
          />
        </Field>
      )}
      {relation !== undefined && relation !== 'owner' && (
        <LastDay wanted={wanted} onChange={(until) => onChange({ until })} />
      )}
    </>
  )
}

interface LastDayProps {
  readonly wanted: Wanted
  readonly onChange: (until: string) => void
}

function LastDay({ wanted, onChange }: LastDayProps) {
  const now = useNow()
  const last = lastDayOf(wanted, now)
  return (
    <Field
      label="到哪天为止"
      hint={last === undefined ? '不选就一直有效' : `到 ${formatDay(last, now)}为止`}
    >
      <DayWheels id="until" title="到哪天为止" value={last} onChange={onChange} />
    </Field>
  )
}
