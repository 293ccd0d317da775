import { addDays, DAY, dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { BindingProfile } from '../profile.ts'
import type { BindingRefusal } from '../refusals.ts'
import type { CodeFor } from '../terms.ts'
import {
  type Acting,
  type Binding,
  type Code,
  type Decided,
  type Home,
  isOpen,
  isOwnership,
  type Registered,
  verifiedOwner,
} from './home.ts'

export interface Issuing {
  readonly code: string
  readonly hash: string
  readonly relation: CodeFor
  /** Key of the owner: whose code it is, or for whom a helper acts. */
  readonly owner?: string | undefined
  readonly until?: string | undefined
}

/** A code for one home. Owners give them to users and helpers, staff to owners too. */
export function issueCode(
  home: Home,
  issuing: Issuing,
  by: Acting,
  registered: Registered,
  profile: BindingProfile,
  now: Date,
): Decided {
  const allowed = mayIssue(home, issuing, by, registered, profile)
  if (!allowed.ok) return allowed
  const timely = hasGoodEnd(issuing, profile, now)
  if (!timely.ok) return timely
  if (home.codes.length >= profile.codesOfHome.value) return refuse('bindings.too_many_codes')
  const { code, hash, relation, until } = issuing
  const owner = by.role === 'owner' ? verifiedOwner(home, by.person)?.owner : issuing.owner
  const issued: Code = {
    code,
    hash,
    relation,
    issuedBy: by.person,
    issuedAs: by.role,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + profile.codeDays.value * DAY).toISOString(),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
  }
  return accept({
    home: { ...home, codes: [...home.codes, issued] },
    happened: [{ kind: 'code_issued' }],
  })
}

function mayIssue(
  home: Home,
  { relation, owner }: Issuing,
  by: Acting,
  { owners }: Registered,
  { mayIssue: roles }: BindingProfile,
): Decision<true, BindingRefusal> {
  if (by.role === 'owner') {
    if (!verifiedOwner(home, by.person)) return refuse('bindings.owners_only')
    return relation === 'owner' ? refuse('bindings.not_issuer') : accept(true)
  }
  if (!roles.value[relation].includes(by.role)) return refuse('bindings.not_issuer')
  const isNamed = owners.some(({ key }) => key === owner)
  const needsOwner = relation === 'owner' || relation === 'helper'
  return needsOwner && !isNamed ? refuse('bindings.not_on_register') : accept(true)
}

function hasGoodEnd(
  { relation, until }: Issuing,
  { helperDaysAtMost }: BindingProfile,
  now: Date,
): Decision<true, BindingRefusal> {
  const today = dayOf(now)
  if (until !== undefined && until < today) return refuse('bindings.until_past')
  if (relation !== 'helper') return accept(true)
  const latest = addDays(today, helperDaysAtMost.value)
  return until === undefined || until > latest
    ? refuse('bindings.helper_needs_end', { days: helperDaysAtMost.value })
    : accept(true)
}

/** The open code with that hash; what was mistyped and what never existed are the same to whoever asks. */
export function codeWith({ codes }: Home, hash: string, now: Date): Decision<Code, BindingRefusal> {
  const code = codes.find((one) => one.hash === hash)
  if (!code) return refuse('bindings.code_wrong')
  return Date.parse(code.expiresAt) > now.getTime() ? accept(code) : refuse('bindings.code_expired')
}

export const withoutCode = (home: Home, id: string): Home => ({
  ...home,
  codes: home.codes.filter(({ code }) => code !== id),
})

export function cancelCode(
  home: Home,
  id: string,
  by: { readonly person: string; readonly isStaff: boolean },
): Decided {
  if (!by.isStaff && !verifiedOwner(home, by.person)) return refuse('bindings.owners_only')
  const code = home.codes.find((one) => one.code === id)
  // An owner is not to see, nor to void, what staff gave a co-owner.
  if (!code || (!by.isStaff && code.relation === 'owner')) return refuse('bindings.code_gone')
  return accept({ home: withoutCode(home, id), happened: [{ kind: 'code_cancelled' }] })
}

/** A tenant, family member or helper is bound by the code alone: the owner or the office vouches. */
export function addUser(
  home: Home,
  code: Code,
  who: Pick<Binding, 'binding' | 'person' | 'name'>,
  { usersOfHome }: BindingProfile,
  now: Date,
): Decided {
  const { relation, until, owner, issuedBy, issuedAs } = code
  if (relation === 'owner') return refuse('bindings.code_wrong')
  const open = home.bindings.filter(isOpen)
  if (open.some(({ person }) => person === who.person)) return refuse('bindings.already_yours')
  const users = open.filter((one) => !isOwnership(one)).length
  if (users >= usersOfHome.value) return refuse('bindings.too_many_users')
  const at = now.toISOString()
  const added: Binding = {
    ...who,
    relation,
    status: 'verified',
    since: at,
    changedAt: at,
    byCode: true,
    contested: false,
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
    ...(issuedAs === 'owner' && { givenBy: issuedBy }),
  }
  return accept({
    home: { ...withoutCode(home, code.code), bindings: [...home.bindings, added] },
    happened: [{ kind: 'added', binding: who.binding, evidence: { kind: 'paper_code' } }],
  })
}
