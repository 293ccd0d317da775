import { DAY } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { BindingProfile } from '../profile.ts'
import type { BindingRefusal } from '../refusals.ts'
import type { Match } from '../terms.ts'
import {
  type Binding,
  type Decided,
  type Happened,
  holderOf,
  type Home,
  isOpen,
  isOwnership,
  type Registered,
  replaced,
  type Step,
  withContests,
} from './home.ts'

/** What a person says, and how far the register agrees. */
export interface Claim extends Pick<Binding, 'binding' | 'person' | 'name' | 'ground' | 'words'> {
  readonly match: Match
  readonly owner?: string | undefined
  /** A paper code for this owner was used: it stands in for the phone. */
  readonly byCode: boolean
}

/** Adds a claim: at once `claimed` where name and phone, or name and code, are the register's; else it waits. */
export function placeClaim(
  home: Home,
  claim: Claim,
  registered: Registered,
  profile: BindingProfile,
  now: Date,
): Decided {
  const before = home.bindings.find(
    (one) => one.person === claim.person && isOwnership(one) && isOpen(one),
  )
  // Who waits without the right phone may still come with a code from the office.
  const upgraded = claim.byCode && before?.status === 'waiting' ? before : undefined
  if (before && !upgraded) return refuse('bindings.already_yours')
  const allowed = mayClaim(home, claim, profile, now)
  if (!allowed.ok) return allowed

  const at = now.toISOString()
  const contest = contestHolder(home, claim, at)
  const next = claimed(claim, upgraded, at, {
    relation: registered.owners.length > 1 ? 'co_owner' : 'owner',
    status: isUncontested(claim, contest) ? 'claimed' : 'waiting',
  })
  const added = upgraded
    ? replaced(contest.home, next)
    : { ...contest.home, bindings: [...contest.home.bindings, next] }
  return accept({
    home: withContests(added, registered.owners.length),
    happened: [happenedTo(next, claim), ...contest.happened],
  })
}

const claimed = (
  claim: Claim,
  upgraded: Binding | undefined,
  at: string,
  found: Pick<Binding, 'relation' | 'status'>,
): Binding => ({
  ...claim,
  ...found,
  binding: upgraded?.binding ?? claim.binding,
  since: upgraded?.since ?? at,
  changedAt: at,
  contested: false,
})

const isUncontested = ({ match, owner }: Claim, { home, happened }: Step): boolean =>
  match === 'match' &&
  owner !== undefined &&
  happened.length === 0 &&
  holderOf(home, owner) === undefined

const happenedTo = ({ binding, status }: Binding, claim: Claim): Happened => ({
  kind: claim.byCode ? 'code_redeemed' : status === 'claimed' ? 'claimed' : 'waiting',
  binding,
  ...(claim.ground !== undefined && { ground: claim.ground }),
  ...(claim.words !== undefined && { words: claim.words }),
  ...evidenceOf(claim),
})

const evidenceOf = ({ byCode, match }: Claim): Pick<Happened, 'evidence'> => {
  if (byCode) return { evidence: { kind: 'paper_code' } }
  return match === 'match' ? { evidence: { kind: 'register_match' } } : {}
}

/** Two persons for one place: whoever is not verified yet waits until an officer has looked at both. */
function contestHolder(home: Home, claim: Claim, at: string): Step {
  // A family shares a phone: it alone sets nobody against the owner.
  const isNamed = claim.match === 'match' || claim.match === 'name_only'
  const holder = isNamed && claim.owner !== undefined ? holderOf(home, claim.owner) : undefined
  if (holder?.status !== 'claimed') return { home, happened: [] }
  const waiting: Binding = { ...holder, status: 'waiting', changedAt: at }
  return {
    home: replaced(home, waiting),
    happened: [{ kind: 'contested', binding: holder.binding }],
  }
}

function mayClaim(
  home: Home,
  { person, match }: Claim,
  { waitingOfHome, rejectionsBeforePause, reclaimDays }: BindingProfile,
  now: Date,
): Decision<true, BindingRefusal> {
  const since = now.getTime() - reclaimDays.value * DAY
  const rejections = home.bindings.flatMap((one) =>
    one.person === person && one.rejection && Date.parse(one.rejection.at) > since
      ? [one.rejection]
      : [],
  )
  const isPaused =
    rejections.some(({ final }) => final) || rejections.length >= rejectionsBeforePause.value
  if (isPaused) return refuse('bindings.pause_after_rejection', { days: reclaimDays.value })
  const waiting = home.bindings.filter(({ status }) => status === 'waiting').length
  // Whoever the register agrees with is never kept out by others who wait.
  if (match !== 'match' && waiting >= waitingOfHome.value) return refuse('bindings.home_crowded')
  return accept(true)
}
