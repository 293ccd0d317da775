import { dayOf } from '#shared/kernel/calendar.ts'
import { ROLES, type Role } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { SIGHT_KINDS, type SightKind } from '#shared/privacy/sights.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'

// SIGHT#P#<person>            | <day>#<viewer>#<what>   who looked at a person's data; once a viewer, kind and day
// SIGHT#O#<community>#<owner> | <day>#<viewer>#<what>   at an owner of the register, who may have no account
// SIGHT#R#<community>         | <day>#<viewer>#<what>   at so much of the register that it counts as the whole
const FORMAT = 1

export const StoredSight = z.object({
  viewer: z.string(),
  as: z.enum(ROLES),
  community: z.string(),
  what: z.enum(SIGHT_KINDS),
  day: z.string(),
  at: z.string(),
})
export type StoredSight = z.infer<typeof StoredSight>

export interface Looked {
  readonly viewer: string
  readonly as: Role
  readonly community: string
  readonly whose: { readonly person?: string; readonly owners?: readonly string[] }
  readonly what: SightKind
  readonly now: Date
}

/** A look at more owners than this is one entry for the whole register: everybody on it is told. */
const MANY = 200
const AT_ONCE = 100

export const personPartition = (person: string): string => `SIGHT#P#${person}`
export const ownerPartition = (community: string, owner: string): string =>
  `SIGHT#O#${community}#${owner}`
export const registerPartition = (community: string): string => `SIGHT#R#${community}`

/** @param keptUntil when the entry is forgotten */
export async function addSights(table: Table, looked: Looked, keptUntil: Date): Promise<void> {
  const { viewer, as, community, what, now } = looked
  const day = dayOf(now)
  const data: StoredSight = { viewer, as, community, what, day, at: now.toISOString() }
  const items = partitionsOf(looked).map((pk): Item => {
    const key: Key = { pk, sk: `${day}#${viewer}#${what}` }
    const expiresAt = Math.floor(keptUntil.getTime() / 1_000)
    return { version: 1, v: FORMAT, data, expiresAt, ...key }
  })
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await addOnce(table, items.slice(start, start + AT_ONCE))
  }
}

/** Most looks of a day repeat an earlier one: they cost one read. */
async function addOnce(table: Table, items: readonly Item[]): Promise<void> {
  const there = await table.batchGet(items)
  const missing = items.filter((_, n) => there[n] === undefined)
  await Promise.all(
    missing.map((item) =>
      table.put(item).catch((err: unknown) => {
        if (!(err instanceof ConflictError)) throw err
      }),
    ),
  )
}

function partitionsOf({ community, whose: { person, owners = [] } }: Looked): string[] {
  const ofPerson = person === undefined ? [] : [personPartition(person)]
  if (owners.length > MANY) return [...ofPerson, registerPartition(community)]
  return [...ofPerson, ...[...new Set(owners)].map((owner) => ownerPartition(community, owner))]
}
