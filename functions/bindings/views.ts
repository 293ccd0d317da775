import { appealBy } from '#shared/bindings/rules/deciding.ts'
import {
  awaits,
  type Binding,
  holderOf,
  holdsPlace,
  isOpen,
  isOwnership,
  verifiedOwner,
} from '#shared/bindings/rules/home.ts'
import type { BindingProfile } from '#shared/bindings/profile.ts'
import { ACTOR_NAMES, type ActorKind } from '#shared/bindings/terms.ts'
import type {
  BindingEvent,
  ClaimInFull,
  HomeInFull,
  HomeUsers,
  MyBinding,
  MyHome,
  OfficerAct,
  Representation,
} from '#shared/bindings/views.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { ROLE_NAMES, type Role } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import { codesOf, pastHelpers, usersOf } from './home-people.ts'
import type { RegisteredHome } from './register-desk.ts'
import type { FoundHome, StoredActor, StoredEvent, StoredHome } from './stored.ts'

/** An owner's key of the register as outsiders see it: an id that says nothing elsewhere. */
export type MemberOf = (owner: string) => string

const roleName = (role: StoredActor['role']): string =>
  role in ACTOR_NAMES ? ACTOR_NAMES[role as ActorKind] : ROLE_NAMES[role as Role]

function eventView({
  seq,
  at,
  kind,
  by,
  ground,
  evidence,
  reason,
  words,
}: StoredEvent): BindingEvent {
  return {
    seq,
    at,
    kind,
    by: { role: roleName(by.role), name: by.name },
    ...(ground !== undefined && { ground }),
    ...(evidence && { evidence }),
    ...(reason !== undefined && { reason }),
    ...(words !== undefined && { words }),
  }
}

const historyOf = ({ events }: FoundHome, binding: string | undefined): BindingEvent[] =>
  events.filter((event) => event.binding === binding).map(eventView)

const whyOf = ({ rejection, ended }: Binding) => {
  const reason = ended?.reason ?? rejection?.reason
  const words = ended ? undefined : rejection?.words
  return {
    ...(reason !== undefined && { reason }),
    ...(words !== undefined && { words }),
  }
}

export function myBinding(
  found: FoundHome,
  one: Binding,
  communityName: string,
  profile: BindingProfile,
  now: Date,
): MyBinding {
  const { community, unit } = found.stored
  const until = appealBy(one, profile)
  const isWaiting = awaits(one) && isOwnership(one)
  const expected = new Date(Date.parse(one.changedAt) + profile.answerDays.value * DAY)
  return {
    binding: one.binding,
    community,
    communityName,
    unit,
    relation: one.relation,
    status: one.status,
    since: one.since,
    contested: one.contested,
    ...whyOf(one),
    ...(until && until >= now && { appealBy: until.toISOString() }),
    ...(one.until !== undefined && { until: one.until }),
    ...(one.from !== undefined && { from: one.from }),
    ...(isWaiting && { expectedBy: expected.toISOString() }),
    history: historyOf(found, one.binding),
  }
}

function representationOf(
  home: StoredHome,
  { owners, representative }: RegisteredHome,
  memberOf: MemberOf,
  person: string,
  nameOf: (name: string) => string,
): Representation | undefined {
  if (owners.length < 2) return undefined
  const { proposal } = home
  const self = verifiedOwner(home, person)?.owner
  const chosen = home.representative?.owner ?? representative
  return {
    owners: owners.map(({ key, name }) => ({
      member: memberOf(key),
      name: nameOf(name),
      mine: key === self,
      bound: holderOf(home, key)?.status === 'verified',
      consented: proposal?.consents.includes(key) === true,
    })),
    ...(chosen !== undefined && { representative: memberOf(chosen) }),
    ...(proposal && {
      proposal: {
        proposal: proposal.proposal,
        member: memberOf(proposal.owner),
        at: proposal.at,
      },
    }),
  }
}

const whole = (name: string): string => name

/** The home as this owner or family member of it sees it: family sees what they themselves gave out. */
export function myHome(
  { stored }: FoundHome,
  registered: RegisteredHome,
  memberOf: MemberOf,
  person: string,
  now: Date,
): MyHome {
  const isOwner = verifiedOwner(stored, person) !== undefined
  const by = isOwner ? undefined : person
  const representation = isOwner && representationOf(stored, registered, memberOf, person, whole)
  const ownership = registered.owners.length > 1 ? 'co_owner' : 'owner'
  return {
    community: stored.community,
    unit: stored.unit,
    relation: isOwner ? ownership : 'family',
    users: usersOf(stored, registered, whole, by),
    // What staff gave a co-owner is between those two.
    codes: codesOf(stored, registered, now, whole, by).filter(
      ({ relation }) => relation !== 'owner',
    ),
    past: pastHelpers(stored, by),
    ...(representation && { representation }),
  }
}

export const homeUsers = (
  { stored }: FoundHome,
  registered: RegisteredHome,
  memberOf: MemberOf,
  now: Date,
): HomeUsers => ({
  unit: stored.unit,
  owners: registered.owners.map(({ key, name }) => ({
    member: memberOf(key),
    name: maskName(name),
  })),
  users: usersOf(stored, registered, maskName),
  codes: codesOf(stored, registered, now, maskName),
})

interface Officer {
  readonly person: string
  readonly role: Role
  readonly profile: BindingProfile
  readonly now: Date
  readonly phoneOf: (person: string) => string | undefined
}

/** Nobody decides an appeal against themselves, and only the community office decides any. */
const mayDecide = ({ status, rejection }: Binding, { person, role, profile }: Officer): boolean =>
  status !== 'appealed' ||
  (profile.mayDecideAppeals.value.includes(role) && rejection?.by !== person)

/** Of the officer's acts, those the rules would not refuse outright. */
function actsOn(one: Binding, officer: Officer): OfficerAct[] {
  if (one.person === officer.person || !isOwnership(one)) return []
  const acts: OfficerAct[] = []
  if (awaits(one) && mayDecide(one, officer)) {
    acts.push('confirm', 'reject')
    if (officer.profile.maySeeDocuments.value.includes(officer.role)) acts.push('document')
  }
  if (holdsPlace(one)) acts.push('end')
  return acts
}

function claimView(
  found: FoundHome,
  one: Binding,
  memberOf: MemberOf,
  officer: Officer,
): ClaimInFull {
  const phone = officer.phoneOf(one.person)
  const { binding, name, relation, status, match, ground, words, owner, contested, since } = one
  return {
    binding,
    name,
    relation,
    status,
    contested,
    since,
    ...(phone !== undefined && { phone }),
    ...(match !== undefined && { match }),
    ...(ground !== undefined && { ground }),
    ...(words !== undefined && { words }),
    ...(owner !== undefined && { member: memberOf(owner) }),
    ...(one.until !== undefined && { until: one.until }),
    ...whyOf(one),
    history: historyOf(found, binding),
    acts: actsOn(one, officer),
  }
}

/** What waits comes first, then what holds, then what is over, latest first. */
const rankOf = (one: Binding): number => (awaits(one) ? 0 : isOpen(one) ? 1 : 2)
const inView = (a: Binding, b: Binding): number =>
  rankOf(a) - rankOf(b) || (a.changedAt < b.changedAt ? 1 : -1)

export function homeInFull(
  found: FoundHome,
  registered: RegisteredHome,
  memberOf: MemberOf,
  officer: Officer,
): HomeInFull {
  const { stored } = found
  const representation = representationOf(stored, registered, memberOf, officer.person, whole)
  return {
    unit: stored.unit,
    ...(registered.unit !== '' && { areaCenti: registered.areaCenti }),
    owners: registered.owners.map(({ key, name, organisation, phones }) => {
      const holder = holderOf(stored, key)
      return {
        member: memberOf(key),
        name,
        organisation,
        phones: [...phones],
        ...(holder && { heldBy: holder.binding }),
      }
    }),
    claims: [...stored.bindings]
      .sort(inView)
      .map((one) => claimView(found, one, memberOf, officer)),
    codes: codesOf(stored, registered, officer.now, whole),
    ...(representation && { representation }),
    history: historyOf(found, undefined),
  }
}
