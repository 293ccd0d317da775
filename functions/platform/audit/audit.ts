import * as z from '#shared/kernel/zod.ts'
import type { Ports } from '../ports.ts'
import { ConflictError, type Item, type Key, type Table } from '../table/table.ts'
import type { AuditEntry } from './audit-entry.ts'
import { faultAfter, Link, linkAfter, NO_LINK, type Fault } from './link.ts'

export { AuditEntry, auditWake, PendingAudit } from './audit-entry.ts'

// AUDIT#<scope> | <seq, 12 digits>   a link; put if absent, never changed
// AUDITS | <scope>                   that there is such a chain
// AUDITED#<id> | PLACE               the place an entry was promised, while its item still holds it
const FORMAT = 1
const PLACE_LIVES = 90 * 86_400

const partitionOf = (scope: string): string => `AUDIT#${scope}`
const linkKey = (scope: string, seq: number): Key => ({
  pk: partitionOf(scope),
  sk: String(seq).padStart(12, '0'),
})
const placeKey = (id: string): Key => ({ pk: `AUDITED#${id}`, sk: 'PLACE' })

const chainKey = (scope: string): Key => ({ pk: 'AUDITS', sk: scope })

const Place = z.object({ seq: z.int().positive() })

/** What somebody noted of a chain: kept elsewhere, it proves later that nothing up to it was cut off or rewritten. */
export interface Kept {
  readonly links: number
  /** Hash of the last link; 64 zeros where there is none. */
  readonly head: string
}

export interface Verified extends Kept {
  /** The first place that is not as it was written, and how one sees it. */
  readonly broken?: { readonly seq: number; readonly fault: Fault }
}

export interface AuditTrail {
  /**
   * Puts each entry on the chain of its scope, in their order. Once only, however often it is asked for, by
   * however many processes and whatever crashed in between.
   */
  append(entries: readonly AuditEntry[]): Promise<void>
  /** Every scope that has a chain. */
  scopes(): Promise<readonly string[]>
  /** Latest first. */
  latest(
    scope: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{
    readonly items: readonly Link[]
    readonly cursor?: string
  }>
  /** Reads the whole chain; with `kept`, whether it still runs through that head. */
  verify(scope: string, kept?: Kept): Promise<Verified>
}

export const auditTrail = ({ table, now }: Pick<Ports, 'table' | 'now'>): AuditTrail => ({
  async append(entries) {
    for (const entry of entries) await place(table, entry, now)
  },
  async scopes() {
    const found: string[] = []
    for await (const { sk } of itemsOf(table, 'AUDITS')) found.push(sk)
    return found
  },
  async latest(scope, { limit, cursor }) {
    const range = { limit, reverse: true, ...(cursor === undefined ? {} : { cursor }) }
    const page = await table.query(partitionOf(scope), range)
    return { ...page, items: page.items.map(({ data }) => Link.parse(data)) }
  },
  verify: (scope, kept) => verify(table, scope, kept),
})

async function linkAt(table: Table, scope: string, seq: number): Promise<Link | undefined> {
  const item = await table.get(linkKey(scope, seq))
  return item && Link.parse(item.data)
}

async function lastLink(table: Table, scope: string): Promise<Link | undefined> {
  const { items } = await table.query(partitionOf(scope), { reverse: true, limit: 1 })
  return items[0] && Link.parse(items[0].data)
}

/**
 * First the promise of a place, then the link there: whoever finds the promise looks at that place, and only where
 * another entry stands there is a later one promised. So two sweeps, or one after a crash, write it once.
 */
async function place(table: Table, entry: AuditEntry, now: () => Date): Promise<void> {
  for (;;) {
    try {
      if (await tryPlace(table, entry, now())) return
    } catch (err) {
      // Somebody else took the place, or made the promise: look again.
      if (!(err instanceof ConflictError)) throw err
    }
  }
}

/** True once the entry has its place. @throws ConflictError where somebody else was first */
async function tryPlace(table: Table, entry: AuditEntry, now: Date): Promise<boolean> {
  const { scope, id } = entry
  const key = placeKey(id)
  const held = await table.get(key)
  if (!held) return promise(table, key, 0, scope, now)
  const { seq } = Place.parse(held.data)
  const [last, there] = await Promise.all([
    linkAt(table, scope, seq - 1),
    linkAt(table, scope, seq),
  ])
  if (there) return there.entry.id === id || promise(table, key, held.version, scope, now)
  const link = linkAfter(last, entry, now)
  await table.put({ ...linkKey(scope, seq), version: 1, v: FORMAT, data: link })
  return true
}

/** Always false: a promise is no place yet. */
async function promise(
  table: Table,
  key: Key,
  version: number,
  scope: string,
  now: Date,
): Promise<false> {
  const seq = ((await lastLink(table, scope))?.seq ?? 0) + 1
  if (seq === 1) await startChain(table, scope)
  const expiresAt = Math.floor(now.getTime() / 1_000) + PLACE_LIVES
  await table.put({ version: version + 1, v: FORMAT, data: { seq }, expiresAt, ...key })
  return false
}

async function startChain(table: Table, scope: string): Promise<void> {
  await table.put({ ...chainKey(scope), version: 1, v: FORMAT, data: {} }).catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })
}

async function* itemsOf(table: Table, partition: string): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const page = await table.query(partition, cursor === undefined ? {} : { cursor })
    yield* page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

async function verify(table: Table, scope: string, kept: Kept | undefined): Promise<Verified> {
  let last: Link | undefined
  for await (const { data } of itemsOf(table, partitionOf(scope))) {
    const { data: link } = Link.safeParse(data)
    const fault = link ? (faultAfter(last, link) ?? faultAgainst(kept, link)) : 'changed'
    if (fault) return verified(last, fault)
    last = link
  }
  return verified(last, (kept?.links ?? 0) > (last?.seq ?? 0) ? 'missing' : undefined)
}

const faultAgainst = (kept: Kept | undefined, { seq, hash }: Link): Fault | undefined =>
  kept?.links === seq && kept.head !== hash ? 'rewritten' : undefined

function verified(last: Link | undefined, fault: Fault | undefined): Verified {
  const links = last?.seq ?? 0
  const broken = fault && { seq: links + 1, fault }
  return { links, head: last?.hash ?? NO_LINK, ...(broken && { broken }) }
}
