import { QueueCard } from '#shared/bindings/views.ts'
import * as z from '#shared/kernel/zod.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import { ignoreConflict, type Item, type Range, type Table } from '../platform/table/table.ts'
import {
  eventItem,
  homeItem,
  homeKey,
  movable,
  partitionOf,
  queuePartition,
  STATE,
  type Stage,
} from './items.ts'
import { emptyHome, StoredEvent, StoredHome, type FoundHome } from './stored.ts'

export type Homes = ReturnType<typeof homesIn>

const FORMAT = 1
const binder = (person: string): string => `BINDER#${person}`
const HOME = 'HOME#'

const Phone = z.object({
  /** Opened by the vault, purpose `phone`. */
  sealed: z.string(),
  hash: z.string(),
  at: z.string(),
})
export type StoredPhone = z.infer<typeof Phone>

/** Access patterns: `items.ts`. */
export const homesIn = (table: Table) => ({
  /** One query. A home nobody was ever bound to is found empty. */
  async find(community: string, unit: string): Promise<FoundHome> {
    const items = await everyItem(table, partitionOf(community, unit))
    const state = items.find(({ sk }) => sk === STATE)
    const stored = state ? StoredHome.parse(state.data) : emptyHome(community, unit)
    const moved = items.filter((item) => item !== state).map(({ data }) => StoredEvent.parse(data))
    return {
      stored,
      version: state?.version ?? 0,
      events: inOrder([...moved, ...stored.events]),
    }
  },
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (next: StoredHome, version: number): Promise<void> =>
    table.put(homeItem(next, version + 1)),
  /** Homes with something to decide, oldest first; a row may be stale. */
  async queue(community: string, stage: Stage, range: Range) {
    const index = stage === 'open' ? 'by1' : 'by2'
    const page = await table.queryIndex(index, queuePartition(community, stage), range)
    return { ...page, items: page.items.map(({ card }) => QueueCard.parse(card)) }
  },
  /** Written before the home itself: a crash in between leaves a place to look at where nothing is. */
  async remember(person: string, community: string, unit: string): Promise<void> {
    const key = { pk: binder(person), sk: `${HOME}${community}#${unit}` }
    await table.put({ version: 1, v: FORMAT, data: {}, ...key }).catch(ignoreConflict)
  },
  async homesOf(person: string) {
    const { items } = await table.queryKeys(binder(person), { prefix: HOME })
    return items.map(({ sk }) => {
      const [community = '', ...unit] = sk.slice(HOME.length).split('#')
      return { community, unit: unit.join('#') }
    })
  },
  async phoneOf(person: string): Promise<StoredPhone | undefined> {
    const item = await table.get({ pk: binder(person), sk: 'PHONE' })
    return item && Phone.parse(item.data)
  },
  async savePhone(person: string, phone: StoredPhone): Promise<void> {
    const key = { pk: binder(person), sk: 'PHONE' }
    const version = ((await table.get(key))?.version ?? 0) + 1
    await table.put({ version, v: FORMAT, data: phone, ...key })
  },
  async forgetPhone(person: string): Promise<void> {
    const key = { pk: binder(person), sk: 'PHONE' }
    const held = await table.get(key)
    if (held) await table.delete(key, held.version)
  },
  /** One use of a number of tries in a day; how many it makes. */
  tries: (what: string, day: string, expiresAt: number): Promise<number> =>
    table.add({ pk: `BINDTRY#${what}`, sk: day }, 1, expiresAt),
})

async function everyItem(table: Table, pk: string): Promise<readonly Item[]> {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const page = await table.query(pk, cursor === undefined ? {} : { cursor })
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** A crash between moving an event and forgetting it leaves it in both places. */
const inOrder = (events: readonly StoredEvent[]): readonly StoredEvent[] =>
  [...new Map(events.map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq)

/** Moves what `stored`, as it is written, holds ready; moving it twice writes it once. */
export async function withoutMoved(table: Table, stored: StoredHome): Promise<StoredHome> {
  const moved = movable(stored)
  await Promise.all(moved.map((event) => table.put(eventItem(stored, event)).catch(ignoreConflict)))
  const seqs = new Set(moved.map(({ seq }) => seq))
  return { ...stored, events: stored.events.filter(({ seq }) => !seqs.has(seq)) }
}

// BINDINGS#<community> | REGISTER: see items.ts
const watchKey = (community: string) => ({ pk: `BINDINGS#${community}`, sk: 'REGISTER' })
const Watch = z.object({ seen: z.int() })
export const watchedVersion = (item: Item): number => Watch.parse(item.data).seen
export const communityOfWatch = ({ pk }: Item): string => pk.slice('BINDINGS#'.length)
/** From before the first home of a community: no change of the register after it goes unseen. */
export async function beginWatch(
  table: Table,
  community: string,
  seen: number,
  at: Date,
): Promise<void> {
  const key = watchKey(community)
  if (await table.get(key)) return
  await table.put(watchItem(community, 1, seen, wakeAt(key, at))).catch(ignoreConflict)
}
export const watchItem = (
  community: string,
  version: number,
  seen: number,
  wake: Item['wake'],
): Item => ({
  ...watchKey(community),
  version,
  v: FORMAT,
  data: { seen },
  ...(wake && { wake }),
})
export const currentHome = async (
  table: Table,
  community: string,
  unit: string,
): Promise<Item | undefined> => table.get(homeKey(community, unit))
