import { formatDay } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { BINDING_RULES } from '#shared/bindings/profile.ts'
import { EVIDENCE_NAMES } from '#shared/bindings/terms.ts'
import type { HomeUsers } from '#shared/bindings/views.ts'
import { HelperFields, NOBODY_NAMED } from '#miniprogram/features/bindings/helper-fields.tsx'
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
      {relation === 'helper' && <HelpFields wanted={wanted} onChange={onChange} />}
      {relation !== undefined && relation !== 'owner' && (
        <LastDay wanted={wanted} onChange={(until) => onChange({ until })} />
      )}
    </>
  )
}

const CONSENTS = BINDING_RULES.evidenceForHelper.value.map((value) => ({
  value,
  label: EVIDENCE_NAMES[value],
}))

/** Who helps, and what the worker saw of the person's consent. */
const HelpFields = ({
  wanted: { helper = NOBODY_NAMED, seen },
  onChange,
}: Pick<WantedFieldsProps, 'wanted' | 'onChange'>) => (
  <>
    <HelperFields helper={helper} whose="业主的" onChange={(to) => onChange({ helper: to })} />
    <Field label="业主本人怎么同意的" hint="替不用手机的业主登记，要看过才能办，会写在记录里">
      <ChoiceRow
        label="业主本人怎么同意的"
        options={CONSENTS}
        value={seen}
        onChange={(to) => onChange({ seen: to })}
      />
    </Field>
  </>
)

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
