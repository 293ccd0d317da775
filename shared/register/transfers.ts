import { accept, type Decision, refuse } from '#shared/kernel/decision.ts'
import type { RegisterRefusal } from './refusals.ts'
import type { RegisterUnit } from './register.ts'
import { without } from './without.ts'

/** How a unit comes to have other owners. */
export const TRANSFER_KINDS = [
  'sale',
  'inheritance',
  'divorce',
  'court',
  'gift',
  'first_delivery',
] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

export const TRANSFER_NAMES: Readonly<Record<TransferKind, string>> = {
  sale: '买卖',
  inheritance: '继承',
  divorce: '离婚分割',
  court: '法院判决',
  gift: '赠与',
  first_delivery: '首次交付',
}

/** What is to be recorded of a unit. Owners by key; `day` and `today` are days in Shanghai. */
export interface Wish {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly kind: TransferKind
  readonly day: string
  readonly today: string
  /** Day of the last standing transfer of the unit. */
  readonly lastDay: string | undefined
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join('+') === [...new Set(b)].sort().join('+')

/** Ownership begins with delivery: an unsold unit can only be sold or handed over. */
const isPossible = (unit: RegisterUnit, kind: TransferKind): boolean => {
  if (kind === 'first_delivery') return unit.status !== 'delivered'
  return unit.status !== 'unsold' || kind === 'sale'
}

/** The unit as it is from that day on. Back-dated is allowed, out of order or into the future is not. */
export function transferred(
  unit: RegisterUnit,
  { from, to, kind, day, today, lastDay }: Wish,
): Decision<RegisterUnit, RegisterRefusal> {
  if (day > today) return refuse('register.transfer_in_future')
  if (lastDay !== undefined && day < lastDay) {
    return refuse('register.transfer_out_of_order', { day: lastDay })
  }
  if (!isSameSet(from, unit.owners)) return refuse('register.owners_changed')
  if (!isPossible(unit, kind)) return refuse('register.transfer_not_possible')
  // The first delivery hands the keys to the very buyers the register has.
  if (kind !== 'first_delivery' && isSameSet(to, unit.owners)) {
    return refuse('register.transfer_changes_nothing')
  }
  return accept(afterTransfer(unit, kind, to))
}

/** Representative, form and shares are those of one set of owners: another set says anew. */
export function afterTransfer(
  unit: RegisterUnit,
  kind: TransferKind,
  to: readonly string[],
): RegisterUnit {
  const owners = [...new Set(to)].sort()
  const rest: RegisterUnit = isSameSet(owners, unit.owners)
    ? unit
    : { ...without(unit, 'representative', 'shares', 'coOwnership'), owners }
  if (kind === 'first_delivery') return { ...without(rest, 'developer'), status: 'delivered' }
  return { ...rest, status: unit.status === 'unsold' ? 'sold_undelivered' : unit.status }
}
