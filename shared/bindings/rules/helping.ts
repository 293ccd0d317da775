import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { BindingProfile } from '../profile.ts'
import type { BindingRefusal } from '../refusals.ts'
import type { CodeFor, Evidence } from '../terms.ts'
import {
  type Acting,
  type Binding,
  type Code,
  holderOf,
  type Home,
  sameName,
  verifiedOwner,
} from './home.ts'

/** A helper as somebody of the home, or the office, names one. Days are Shanghai's; a code without them takes the profile's. */
export interface Naming {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly helper?: Code['helper'] | undefined
  /** What the office saw of the consent of somebody without a phone. */
  readonly evidence?: Evidence | undefined
}

/** A helper is somebody named, for a time that ends; and where the office names one, the person wants it. */
export function helpFor(
  { from, until, helper, evidence }: Naming,
  by: Acting,
  profile: BindingProfile,
  now: Date,
): Decision<Pick<Code, 'from' | 'until' | 'helper' | 'evidence'>, BindingRefusal> {
  if (!helper) return refuse('bindings.helper_unnamed')
  const byOffice = by.role !== 'owner'
  if (byOffice && !isConsent(evidence, profile)) return refuse('bindings.helper_needs_consent')
  const days = daysOf(from, until, profile, dayOf(now))
  if (!days.ok) return days
  return accept({ ...days.value, helper, ...(byOffice && { evidence }) })
}

const isConsent = (
  evidence: Evidence | undefined,
  { evidenceForHelper }: BindingProfile,
): boolean => evidence !== undefined && evidenceForHelper.value.includes(evidence.kind)

function daysOf(
  from: string | undefined,
  until: string | undefined,
  { helperDays, helperDaysAtMost }: BindingProfile,
  today: string,
): Decision<Pick<Code, 'from' | 'until'>, BindingRefusal> {
  if (until !== undefined && until < today) return refuse('bindings.until_past')
  const first = from ?? today
  const last = until ?? addDays(first, helperDays.value)
  if (first < today || last < first) return refuse('bindings.helper_from_wrong')
  return last > addDays(today, helperDaysAtMost.value)
    ? refuse('bindings.helper_needs_end', { days: helperDaysAtMost.value })
    : accept({ ...(from !== undefined && { from }), until: last })
}

/** The code's days are not over; and a helper is the one who was named, and somebody else than who is helped. */
export function isForThem(
  home: Home,
  { relation, until, helper, issuedBy, owner }: Code,
  { person, name }: Pick<Binding, 'person' | 'name'>,
  now: Date,
): Decision<true, BindingRefusal> {
  if (until !== undefined && until < dayOf(now)) return refuse('bindings.code_expired')
  if (relation !== 'helper') return accept(true)
  const isHelped = owner !== undefined && holderOf(home, owner)?.person === person
  if (issuedBy === person || isHelped) return refuse('bindings.own_helper')
  return helper && !sameName(helper.name, name)
    ? refuse('bindings.helper_name_differs')
    : accept(true)
}

/** Whoever ends something at a home: somebody of it, or staff, of whom only some have to do with helpers. */
export interface EndingBy {
  readonly person: string
  readonly isStaff: boolean
  readonly givesHelpers?: boolean
}

/** A verified owner takes away anything; family what they gave out themselves; staff all but the helpers of others. */
export function mayTakeAway(
  home: Home,
  by: EndingBy,
  relation: CodeFor | Binding['relation'] | undefined,
  isOwn: boolean,
): Decision<true, BindingRefusal> {
  if (by.isStaff) {
    return relation === 'helper' && by.givesHelpers === false
      ? refuse('bindings.helper_by_office')
      : accept(true)
  }
  return isOwn || verifiedOwner(home, by.person) ? accept(true) : refuse('bindings.owners_only')
}
