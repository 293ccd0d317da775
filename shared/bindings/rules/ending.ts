import type { EndReason } from '../terms.ts'
import {
  type Binding,
  ended,
  type Happened,
  type Home,
  isOpen,
  isOwnership,
  replaced,
  type Step,
} from './home.ts'

/** Reasons for which a place is no longer that owner's, app or no app. */
const GONE: readonly EndReason[] = ['left_register', 'sold', 'divorced', 'succeeded']

/** What rests on the word of whoever leaves: family, helpers, and the helpers of that family. */
function restingOn({ bindings }: Home, one: Binding, reason: EndReason): readonly Binding[] {
  if (!isOwnership(one) && one.relation !== 'family') return []
  const own = bindings.filter((other) => isOpen(other) && rests(other, one, reason))
  return own.flatMap((other) => [other, ...restingOn({ bindings, codes: [] }, other, reason)])
}

function rests({ relation, givenBy, owner }: Binding, one: Binding, reason: EndReason): boolean {
  if (relation !== 'family' && relation !== 'helper') return false
  if (givenBy !== undefined) return givenBy === one.person
  // The office named this helper for an owner: with the place it ends, not with the owner's account.
  const isForThem = relation === 'helper' && owner !== undefined && owner === one.owner
  return isForThem && isOwnership(one) && GONE.includes(reason)
}

/**
 * Ends a binding and what rests on it: family and helpers of an owner go with the owner. Tenants stay: a sale does
 * not break a lease (民法典 §725). Votes already cast stay as they are: they were the owner's when they were cast.
 */
export function endWith(
  home: Home,
  one: Binding,
  reason: EndReason,
  at: string,
  said: Pick<Happened, 'evidence' | 'words'> = {},
): Step {
  const resting = restingOn(home, one, reason)
  const without = resting.reduce(
    (left, other) => replaced(left, ended(other, 'owner_left', at)),
    replaced(home, ended(one, reason, at)),
  )
  const left = [one, ...resting].map(({ person }) => person)
  return {
    home: {
      ...without,
      // A code that somebody of the home gave out is worth what their word is worth.
      codes: home.codes.filter(
        ({ issuedBy, issuedAs }) => issuedAs !== 'owner' || !left.includes(issuedBy),
      ),
    },
    happened: [
      { kind: 'ended', binding: one.binding, reason, ...said },
      ...resting.map(({ binding }): Happened => ({ kind: 'ended', binding, reason: 'owner_left' })),
    ],
  }
}
