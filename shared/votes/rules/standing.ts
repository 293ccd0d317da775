import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Standing } from '../contract.ts'
import { isHomeWithin } from '../scope/places.ts'
import type { ScopePlace } from '../scope/scope.ts'
import { scopeNames } from '../scope/words.ts'
import { stateAt, type Life } from './life.ts'

/** A home as far as it says who its person is on the register. */
export interface HomeOfVoter {
  readonly relation: 'owner' | 'co_owner' | 'tenant'
  readonly owner?: string | undefined
  /** `claimed`: an officer has yet to confirm that the person is this owner. */
  readonly standing?: 'claimed' | 'verified' | undefined
  /** Label of the unit. */
  readonly unit?: string | undefined
}

/** The keys under which a person is an owner on the register. A tenant's home gives none. */
export const selvesOf = (homes: readonly HomeOfVoter[]): readonly string[] => [
  ...new Set(homes.flatMap(({ relation, owner }) => (relation === 'tenant' ? [] : (owner ?? [])))),
]

type NotOnTheRoll =
  | 'votes.not_verified_yet'
  | 'votes.not_on_roll'
  | 'votes.tenants_do_not_vote'
  | 'votes.owners_only'
  | 'votes.outside_scope'

/**
 * Why somebody without a head on the roll has none. Owners decide, not users: 民法典 §278.
 * @param scope of a vote about some buildings only
 */
export function isOnTheRoll(
  heads: number,
  homes: readonly HomeOfVoter[],
  scope?: readonly ScopePlace[],
): Decision<'owner', NotOnTheRoll> {
  if (heads > 0) return accept('owner')
  const owned = homes.filter(({ relation }) => relation !== 'tenant')
  if (scope && owned.length > 0 && !owned.some(({ unit = '' }) => isHomeWithin(scope, unit))) {
    return refuse('votes.outside_scope', { scope: scopeNames(scope) })
  }
  if (owned.some(({ standing }) => standing === 'claimed')) return refuse('votes.not_verified_yet')
  if (owned.length > 0) return refuse('votes.not_on_roll')
  return refuse(homes.length > 0 ? 'votes.tenants_do_not_vote' : 'votes.owners_only')
}

/** Where a person stands who may speak for `mine` heads and has cast for `cast` of them. */
export function standingOf(life: Life, mine: number, cast: number, now: Date): Standing {
  if (mine === 0) return 'not_entitled'
  if (cast >= mine) return 'cast'
  return stateAt(life, now) === 'open' ? 'may_cast' : 'not_open'
}
