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
  const resting = home.bindings.filter(
    (other) =>
      isOwnership(one) &&
      isOpen(other) &&
      other.givenBy === one.person &&
      (other.relation === 'family' || other.relation === 'helper'),
  )
  const without = resting.reduce(
    (left, other) => replaced(left, ended(other, 'owner_left', at)),
    replaced(home, ended(one, reason, at)),
  )
  return {
    home: {
      ...without,
      // A code that an owner gave out is worth what the owner's word is worth.
      codes: isOwnership(one)
        ? home.codes.filter(
            ({ issuedBy, issuedAs }) => issuedAs !== 'owner' || issuedBy !== one.person,
          )
        : home.codes,
    },
    happened: [
      { kind: 'ended', binding: one.binding, reason, ...said },
      ...resting.map(({ binding }): Happened => ({ kind: 'ended', binding, reason: 'owner_left' })),
    ],
  }
}
