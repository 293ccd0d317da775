import { phoneOf, splitNames } from '#shared/register/owners.ts'
import type { Ports } from '../platform/ports.ts'
import { currentVersion, rowsNear } from './repository.ts'

/** What somebody says of themselves: the unit's label, their name, and a phone number that is proven to be theirs. */
export interface Said {
  readonly unit: string
  readonly name: string
  readonly phone?: string | undefined
}

export interface Matched {
  readonly result: 'match' | 'name_only' | 'phone_only' | 'none' | 'no_unit'
  /** Key of the one owner meant, where it can be only one. */
  readonly owner?: string
}

/** One name as the register would have it. */
const nameAsWritten = (name: string): string => splitNames(name)[0] ?? ''

export const hashOn =
  ({ keys }: Pick<Ports, 'keys'>, community: string) =>
  (text: string): string =>
    keys.digestText('register', community, text)

/** Phone numbers are compared by keyed hash: nothing of them is ever read back. */
export async function matchOwner(
  ports: Pick<Ports, 'table' | 'keys'>,
  community: string,
  { unit: label, name, phone = '' }: Said,
): Promise<Matched> {
  const { table } = ports
  const version = await currentVersion(table, community)
  if (!version) return { result: 'no_unit' }
  const near = await rowsNear(table, community, version, 'units', [label])
  const unit = near.find((one) => one.label === label)
  if (!unit) return { result: 'no_unit' }
  if (unit.owners.length === 0) return { result: 'none' }
  const [names, numbers] = await Promise.all([
    rowsNear(table, community, version, 'owners', unit.owners),
    rowsNear(table, community, version, 'numbers', unit.owners),
  ])
  const digits = phoneOf(phone)
  const hash = digits === undefined ? undefined : hashOn(ports, community)(`phone|${digits}`)
  const wanted = nameAsWritten(name)
  const named = unit.owners.filter((key) =>
    names.some((owner) => owner.key === key && owner.name === wanted),
  )
  const phoned = unit.owners.filter((key) =>
    numbers.some((owner) => owner.key === key && owner.phones.some((one) => one.hash === hash)),
  )
  return verdict(named, phoned)
}

function verdict(named: readonly string[], phoned: readonly string[]): Matched {
  const both = named.filter((key) => phoned.includes(key))
  const only = (keys: readonly string[]) => {
    const [first, ...others] = keys
    return first === undefined || others.length > 0 ? {} : { owner: first }
  }
  if (both.length > 0) return { result: 'match', ...only(both) }
  if (named.length > 0) return { result: 'name_only', ...only(named) }
  if (phoned.length > 0) return { result: 'phone_only', ...only(phoned) }
  return { result: 'none' }
}
