import { dayOf } from '#shared/kernel/calendar.ts'
import type { Match } from '../terms.ts'
import { endWith } from './ending.ts'
import {
  type Binding,
  type Happened,
  holderOf,
  holdsPlace,
  type Home,
  isOpen,
  isOwnership,
  type Registered,
  replaced,
  type Step,
  withContests,
} from './home.ts'
import { lapseRepresentation } from './representing.ts'

/** How far a waiting claim agrees with the register as it is now. */
export type MatchNow = (
  one: Binding,
) => { readonly match: Match; readonly owner?: string } | undefined

/**
 * Brings a home in line with the register: who is no owner any more is bound no longer, who was taken out by
 * mistake comes back with the register, and a claim that waited for a transfer is claimed once it is there.
 */
export function followRegister(
  home: Home,
  registered: Registered,
  matchNow: MatchNow,
  now: Date,
): Step {
  const at = now.toISOString()
  let step: Step = { home, happened: [] }
  for (const one of home.bindings.filter(isOwnership))
    step = followOne(step, one, registered, matchNow, at)
  step = withoutStrayHelpers(step, registered, at)
  const lapsed = lapseRepresentation(step.home, registered)
  return {
    home: withContests(withRelations(lapsed.home, registered), registered.owners.length),
    happened: [...step.happened, ...lapsed.happened],
  }
}

function followOne(
  step: Step,
  one: Binding,
  { owners }: Registered,
  matchNow: MatchNow,
  at: string,
): Step {
  const isListed = (key: string | undefined): boolean => owners.some((owner) => owner.key === key)
  if (holdsPlace(one) && !isListed(one.owner)) {
    return joined(step, endWith(step.home, one, 'left_register', at))
  }
  if (one.ended?.reason === 'left_register' && isListed(one.owner)) return reinstated(step, one, at)
  return one.status === 'waiting' ? rematched(step, one, matchNow(one), at) : step
}

/** The office named a helper for an owner who does not use the app: when that owner is gone, so is the helper. */
function withoutStrayHelpers(step: Step, { owners }: Registered, at: string): Step {
  const stray = step.home.bindings.filter(
    (one) =>
      one.relation === 'helper' &&
      isOpen(one) &&
      one.givenBy === undefined &&
      !owners.some(({ key }) => key === one.owner),
  )
  return stray.reduce((left, one) => joined(left, endWith(left.home, one, 'owner_left', at)), step)
}

/** Only where nobody stands in the place now, and the person has not come back another way. */
function reinstated(step: Step, one: Binding, at: string): Step {
  const { home } = step
  const isTaken = one.owner === undefined || holderOf(home, one.owner) !== undefined
  const isBack = home.bindings.some(
    (other) => other.person === one.person && isOwnership(other) && isOpen(other),
  )
  if (isTaken || isBack || !one.ended) return step
  const { ended, ...rest } = one
  const next: Binding = { ...rest, status: ended.was, changedAt: at }
  return joined(step, {
    home: replaced(home, next),
    happened: [{ kind: 'reinstated', binding: one.binding }],
  })
}

function rematched(step: Step, one: Binding, found: ReturnType<MatchNow>, at: string): Step {
  if (!found || (found.match === one.match && found.owner === one.owner)) return step
  const pointed: Binding = { ...one, match: found.match, owner: found.owner }
  const isFree =
    found.owner !== undefined &&
    !step.home.bindings.some(
      (other) =>
        other.binding !== one.binding &&
        isOwnership(other) &&
        isOpen(other) &&
        other.owner === found.owner,
    )
  if (found.match !== 'match' || !isFree) {
    return { ...step, home: replaced(step.home, pointed) }
  }
  const happened: Happened = {
    kind: 'claimed',
    binding: one.binding,
    evidence: { kind: 'register_match' },
  }
  return joined(step, {
    home: replaced(step.home, { ...pointed, status: 'claimed', changedAt: at }),
    happened: [happened],
  })
}

/** One of several owners is a co-owner; who is left alone is the owner. */
function withRelations(home: Home, { owners }: Registered): Home {
  const relation = owners.length > 1 ? 'co_owner' : 'owner'
  const bindings = home.bindings.map((one): Binding =>
    isOwnership(one) && isOpen(one) && one.relation !== relation ? { ...one, relation } : one,
  )
  return { ...home, bindings }
}

const joined = (before: Step, after: Step): Step => ({
  home: after.home,
  happened: [...before.happened, ...after.happened],
})

/** Users and helpers whose last day is over end; codes whose time is over are void. */
export function tick(home: Home, now: Date): Step {
  const today = dayOf(now)
  const over = home.bindings.filter(
    (one) => isOpen(one) && one.until !== undefined && one.until < today,
  )
  const step = over.reduce<Step>(
    (left, one) => joined(left, endWith(left.home, one, 'expired', now.toISOString())),
    { home, happened: [] },
  )
  const codes = home.codes.filter(({ expiresAt }) => Date.parse(expiresAt) > now.getTime())
  return codes.length === home.codes.length ? step : { ...step, home: { ...step.home, codes } }
}
