import { DAY } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { BindingProfile } from '../profile.ts'
import type { BindingRefusal } from '../refusals.ts'
import type { EndReason, Evidence, RejectReason, Status } from '../terms.ts'
import { endWith } from './ending.ts'
import { mayTakeAway, type EndingBy } from './helping.ts'
import {
  type Acting,
  type Binding,
  type Decided,
  find,
  holderOf,
  type Home,
  isOwnership,
  type Registered,
  replaced,
  sameName,
  withContests,
} from './home.ts'

type Refused = Decision<Binding, BindingRefusal>

const NOT_AWAITING: Partial<Record<Status, BindingRefusal>> = {
  verified: 'bindings.already_verified',
  rejected: 'bindings.already_rejected',
  ended: 'bindings.already_ended',
}

/** The claim, if this officer may decide it now. Nobody decides their own, and nobody an appeal against themselves. */
function mayDecide(
  home: Home,
  id: string,
  by: Acting,
  { mayConfirm, mayDecideAppeals }: BindingProfile,
): Refused {
  const one = find(home, id)
  if (!one || !isOwnership(one)) return refuse('bindings.not_found')
  const settled = NOT_AWAITING[one.status]
  if (settled !== undefined) return refuse(settled)
  if (one.person === by.person) return refuse('bindings.own_claim')
  if (one.status === 'appealed') {
    if (!mayDecideAppeals.value.includes(by.role)) return refuse('bindings.appeal_needs_office')
    if (one.rejection?.by === by.person) return refuse('bindings.appeal_needs_another')
  }
  return mayConfirm.value.includes(by.role) ? accept(one) : refuse('bindings.not_confirmer')
}

export interface Confirming {
  readonly binding: string
  /** Key of the owner of the register. */
  readonly owner: string
  readonly evidence: Evidence
  readonly replaces?: string | undefined
}

/** The claim is that owner, or takes the owner's place where law lets it; never two in one place. */
export function confirm(
  home: Home,
  { binding, owner, evidence, replaces }: Confirming,
  by: Acting,
  registered: Registered,
  profile: BindingProfile,
  now: Date,
): Decided {
  const found = mayDecide(home, binding, by, profile)
  if (!found.ok) return found
  const one = found.value
  const named = registered.owners.find(({ key }) => key === owner)
  if (!named) return refuse('bindings.not_on_register')
  const succeeds = !sameName(named.name, one.name)
  const proven = isProven(one, succeeds, owner, evidence, profile)
  if (!proven.ok) return proven
  const freed = placeFreed(home, { binding, owner, evidence, replaces }, succeeds, now)
  if (!freed.ok) return freed
  const verified: Binding = {
    ...one,
    status: 'verified',
    owner,
    relation: registered.owners.length > 1 ? 'co_owner' : 'owner',
    changedAt: now.toISOString(),
  }
  return accept({
    home: withContests(replaced(freed.value.home, verified), registered.owners.length),
    happened: [...freed.value.happened, { kind: 'confirmed', binding, evidence }],
  })
}

/** Whoever holds the place ends, if the officer saw and named that binding; a place is never held twice. */
function placeFreed(
  home: Home,
  { binding, owner, replaces }: Confirming,
  succeeds: boolean,
  now: Date,
): Decided {
  const holder = holderOf(home, owner, binding)
  if (replaces !== undefined && holder?.binding !== replaces) {
    return refuse('bindings.replaces_other')
  }
  if (!holder) return accept({ home, happened: [] })
  if (replaces === undefined) return refuse('bindings.already_held')
  const reason = succeeds ? 'succeeded' : 'replaced'
  return accept(endWith(home, holder, reason, now.toISOString()))
}

function isProven(
  one: Binding,
  succeeds: boolean,
  owner: string,
  { kind }: Evidence,
  { evidenceFor, succession }: BindingProfile,
): Decision<true, BindingRefusal> {
  if (succeeds) {
    const enough = succession.value[one.ground ?? 'listed']
    if (!enough) return refuse('bindings.name_differs')
    return enough.includes(kind) ? accept(true) : refuse('bindings.evidence_not_enough')
  }
  // What agreed with one owner of the register says nothing of another of the same name.
  const match = one.owner === owner ? (one.match ?? 'none') : 'none'
  if (kind === 'paper_code' && !one.byCode) return refuse('bindings.evidence_not_enough')
  return evidenceFor.value[match].includes(kind)
    ? accept(true)
    : refuse('bindings.evidence_not_enough')
}

export interface Rejecting {
  readonly binding: string
  readonly reason: RejectReason
  readonly words: string
}

export function reject(
  home: Home,
  { binding, reason, words }: Rejecting,
  by: Acting,
  registered: Registered,
  profile: BindingProfile,
  now: Date,
): Decided {
  const found = mayDecide(home, binding, by, profile)
  if (!found.ok) return found
  const at = now.toISOString()
  const final = found.value.status === 'appealed'
  const next: Binding = {
    ...found.value,
    status: 'rejected',
    changedAt: at,
    rejection: { by: by.person, at, reason, words, final },
  }
  return accept({
    home: withContests(replaced(home, next), registered.owners.length),
    happened: [{ kind: 'rejected', binding, reason, words }],
  })
}

/** Until when the rejection can be appealed; `undefined` where it cannot. */
export function appealBy(
  { status, rejection }: Pick<Binding, 'status' | 'rejection'>,
  { appealDays }: BindingProfile,
): Date | undefined {
  if (status !== 'rejected' || !rejection || rejection.final) return undefined
  return new Date(Date.parse(rejection.at) + appealDays.value * DAY)
}

/** Once, and by the claimant. */
export function appeal(
  home: Home,
  { binding, words }: { readonly binding: string; readonly words: string },
  person: string,
  registered: Registered,
  profile: BindingProfile,
  now: Date,
): Decided {
  const one = find(home, binding)
  if (one?.person !== person) return refuse('bindings.not_found')
  if (one.status !== 'rejected') return refuse('bindings.not_rejected')
  const until = appealBy(one, profile)
  if (!until) return refuse('bindings.appeal_once')
  if (until.getTime() < now.getTime()) {
    return refuse('bindings.appeal_late', { days: profile.appealDays.value })
  }
  const other = home.bindings.some(
    (held) => held.person === person && isOwnership(held) && holdsOpen(held),
  )
  if (other) return refuse('bindings.already_yours')
  const next: Binding = { ...one, status: 'appealed', changedAt: now.toISOString() }
  return accept({
    home: withContests(replaced(home, next), registered.owners.length),
    happened: [{ kind: 'appealed', binding, words }],
  })
}

const holdsOpen = ({ status }: Binding): boolean => status !== 'rejected' && status !== 'ended'

/** A worker saw a document: what kind, and its last four. It decides nothing yet. */
export function seeDocument(
  home: Home,
  { binding, evidence }: { readonly binding: string; readonly evidence: Evidence },
  by: Acting,
  profile: BindingProfile,
): Decided {
  const found = mayDecide(home, binding, by, profile)
  if (!found.ok) return found
  if (!profile.maySeeDocuments.value.includes(by.role))
    return refuse('bindings.document_needs_office')
  if (!DOCUMENTS.includes(evidence.kind)) return refuse('bindings.not_a_document')
  return accept({ home, happened: [{ kind: 'document_seen', binding, evidence }] })
}

const DOCUMENTS: readonly Evidence['kind'][] = [
  'identity_document',
  'property_certificate',
  'purchase_contract',
  'inheritance_notarised',
  'court_judgment',
  'divorce_agreement',
]

export interface Ending {
  readonly binding: string
  readonly reason: EndReason
  readonly evidence: Evidence
  readonly words: string
}

/** An officer ends what holds a place: sold, divorced, inherited by another, or a mistake. */
export function endByOfficer(
  home: Home,
  { binding, reason, evidence, words }: Ending,
  by: Acting,
  registered: Registered,
  { mayConfirm, evidenceForEnd }: BindingProfile,
  now: Date,
): Decided {
  const one = find(home, binding)
  if (!one || !isOwnership(one)) return refuse('bindings.not_found')
  if (one.person === by.person) return refuse('bindings.own_claim')
  if (!mayConfirm.value.includes(by.role)) return refuse('bindings.not_confirmer')
  if (one.status === 'ended') return refuse('bindings.already_ended')
  if (one.status !== 'claimed' && one.status !== 'verified') return refuse('bindings.not_bound')
  if (evidenceForEnd.value[reason]?.includes(evidence.kind) !== true) {
    return refuse('bindings.evidence_not_enough')
  }
  const step = endWith(home, one, reason, now.toISOString(), { evidence, words })
  return accept({ ...step, home: withContests(step.home, registered.owners.length) })
}

/** The person takes a claim back or gives a binding up. */
export function withdraw(
  home: Home,
  binding: string,
  person: string,
  registered: Registered,
  now: Date,
): Decided {
  const one = find(home, binding)
  if (one?.person !== person) return refuse('bindings.not_found')
  if (one.status === 'ended') return refuse('bindings.already_ended')
  if (one.status === 'rejected') return refuse('bindings.already_rejected')
  const step = endWith(home, one, 'withdrawn', now.toISOString())
  return accept({ ...step, home: withContests(step.home, registered.owners.length) })
}

/** A user or helper is ended by a verified owner of the home or whoever named them, or by staff. */
export function endUser(home: Home, binding: string, by: EndingBy, now: Date): Decided {
  const one = find(home, binding)
  const isOwn = one?.givenBy === by.person
  const allowed = mayTakeAway(home, by, one?.relation, isOwn)
  if (!allowed.ok) return allowed
  if (!one) return refuse('bindings.not_found')
  if (isOwnership(one)) return refuse('bindings.not_a_user')
  if (one.status === 'ended') return refuse('bindings.already_ended')
  const reason = by.isStaff ? 'ended_by_staff' : 'ended_by_owner'
  return accept(endWith(home, one, reason, now.toISOString()))
}
