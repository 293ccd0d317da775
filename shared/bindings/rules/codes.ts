import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { BindingProfile } from '../profile.ts'
import type { BindingRefusal } from '../refusals.ts'
import type { CodeFor } from '../terms.ts'
import { helpFor, isForThem, mayTakeAway, type EndingBy, type Naming } from './helping.ts'
import {
  type Acting,
  type Binding,
  type Code,
  type Decided,
  type Home,
  isOpen,
  isOwnership,
  memberOfHome,
  type Registered,
  verifiedOwner,
} from './home.ts'

export interface Issuing extends Naming {
  readonly code: string
  readonly hash: string
  readonly relation: CodeFor
  /** Key of the owner: whose code it is, or for whom a helper acts. */
  readonly owner?: string | undefined
}

/** A code for one home. Owners give them to users and helpers, family to helpers of their own, staff to owners too. */
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
  const term =
    issuing.relation === 'helper' ? helpFor(issuing, by, profile, now) : stay(issuing, now)
  if (!term.ok) return term
  if (home.codes.length >= profile.codesOfHome.value) return refuse('bindings.too_many_codes')
  const { code, hash, relation } = issuing
  const owner = by.role === 'owner' ? verifiedOwner(home, by.person)?.owner : issuing.owner
  const issued: Code = {
    code,
    hash,
    relation,
    issuedBy: by.person,
    issuedAs: by.role,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + profile.codeDays.value * DAY).toISOString(),
    ...term.value,
    ...(owner !== undefined && { owner }),
  }
  return accept({
    home: { ...home, codes: [...home.codes, issued] },
    happened: [{ kind: 'code_issued', ...(issued.evidence && { evidence: issued.evidence }) }],
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
    const isHelped = relation === 'helper' && memberOfHome(home, by.person)
    if (!isHelped && !verifiedOwner(home, by.person)) return refuse('bindings.owners_only')
    return relation === 'owner' ? refuse('bindings.not_issuer') : accept(true)
  }
  if (!roles.value[relation].includes(by.role)) return refuse('bindings.not_issuer')
  const isNamed = owners.some(({ key }) => key === owner)
  const needsOwner = relation === 'owner' || relation === 'helper'
  return needsOwner && !isNamed ? refuse('bindings.not_on_register') : accept(true)
}

/** A tenant or family member may stay without an end. */
function stay({ until }: Issuing, now: Date): Decision<Pick<Code, 'until'>, BindingRefusal> {
  if (until === undefined) return accept({})
  return until < dayOf(now) ? refuse('bindings.until_past') : accept({ until })
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

export function cancelCode(home: Home, id: string, by: EndingBy): Decided {
  const code = home.codes.find((one) => one.code === id)
  const isOwn = code?.issuedBy === by.person && code.issuedAs === 'owner'
  const allowed = mayTakeAway(home, by, code?.relation, isOwn)
  if (!allowed.ok) return allowed
  // An owner is not to see, nor to void, what staff gave a co-owner.
  if (!code || (!by.isStaff && code.relation === 'owner')) return refuse('bindings.code_gone')
  return accept({ home: withoutCode(home, id), happened: [{ kind: 'code_cancelled' }] })
}

/** A tenant, family member or helper is bound by the code alone: the owner or the office vouches. A helper accepts by it. */
export function addUser(
  home: Home,
  code: Code,
  who: Pick<Binding, 'binding' | 'person' | 'name'>,
  { usersOfHome }: BindingProfile,
  now: Date,
): Decided {
  const { relation } = code
  if (relation === 'owner') return refuse('bindings.code_wrong')
  const fits = isForThem(home, code, who, now)
  if (!fits.ok) return fits
  const open = home.bindings.filter(isOpen)
  if (open.some(({ person }) => person === who.person)) return refuse('bindings.already_yours')
  const users = open.filter((one) => !isOwnership(one)).length
  if (users >= usersOfHome.value) return refuse('bindings.too_many_users')
  const at = now.toISOString()
  const added: Binding = {
    ...who,
    ...termsOf(code),
    relation,
    status: 'verified',
    since: at,
    changedAt: at,
    byCode: true,
    contested: false,
  }
  const evidence = code.evidence ?? { kind: 'paper_code' as const }
  return accept({
    home: { ...withoutCode(home, code.code), bindings: [...home.bindings, added] },
    happened: [{ kind: 'added', binding: who.binding, evidence }],
  })
}

/** What goes from the code to whoever uses it. */
const termsOf = ({ owner, from, until, helper, issuedAs, issuedBy }: Code): Partial<Binding> => ({
  ...(owner !== undefined && { owner }),
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  ...(helper && { tie: helper.tie }),
  ...(issuedAs === 'owner' && { givenBy: issuedBy }),
})
