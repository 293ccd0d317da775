import { createHash } from 'node:crypto'
import { ConflictError, type Item, type Key, type Table } from '../../platform/table/table.ts'
import { BATCH_GET } from '../../platform/table/limits.ts'
import { FORMAT } from '../items.ts'
import { StoredPaper, type FoundPaper } from './stored.ts'

// P#<vote>#<0..15> | <head>    every sheet printed for one head, and who entered it; in no index
const PARTITIONS = 16

export const paperPartitions = (vote: string): readonly string[] =>
  Array.from({ length: PARTITIONS }, (_, n) => `P#${vote}#${n}`)

function paperKey(vote: string, head: string): Key {
  const [first = 0] = createHash('sha256').update(head).digest()
  return { pk: `P#${vote}#${first % PARTITIONS}`, sk: head }
}

/** A head by its id and its number on the roll, from 1 on. */
export interface PlacedHead {
  readonly id: string
  readonly place: number
}

export type PaperDrawer = ReturnType<typeof paperDrawer>

/** Each failed attempt means that somebody else's mark on the same head's paper was stored. */
const ATTEMPTS = 20

/** The paper of one vote. None of it holds a choice. */
export const paperDrawer = (table: Table, vote: string) => ({
  async findAll(heads: readonly PlacedHead[]): Promise<readonly FoundPaper[]> {
    const found: FoundPaper[] = []
    for (let n = 0; n < heads.length; n += BATCH_GET) {
      const some = heads.slice(n, n + BATCH_GET)
      const items = await table.batchGet(some.map(({ id }) => paperKey(vote, id)))
      found.push(...some.map((head, place) => paperOf(head, items[place])))
    }
    return found
  },
  /**
   * Stores what `decide` makes of a head's paper, which others may be marking meanwhile: it is asked again after each
   * of their writes. Nothing is written where it gives `undefined`.
   */
  async change(
    head: PlacedHead,
    decide: (paper: FoundPaper) => Promise<StoredPaper | undefined> | StoredPaper | undefined,
  ): Promise<FoundPaper> {
    const key = paperKey(vote, head.id)
    for (let attempt = 1; ; attempt += 1) {
      const found = paperOf(head, await table.get(key))
      const next = await decide(found)
      if (!next) return found
      const { version, ...data } = { ...next, version: found.version + 1 }
      try {
        await table.put({ version, v: FORMAT, data, ...key })
        return { ...data, version }
      } catch (err) {
        if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
      }
    }
  },
  /** By head. */
  async all(): Promise<ReadonlyMap<string, StoredPaper>> {
    const parts = await Promise.all(paperPartitions(vote).map((pk) => papersOf(table, pk)))
    return new Map(parts.flat().map((paper) => [paper.head, paper]))
  },
})

const paperOf = ({ id, place }: PlacedHead, item: Item | undefined): FoundPaper =>
  item
    ? { ...StoredPaper.parse(item.data), version: item.version }
    : { head: id, place, sheets: [], entries: [], version: 0 }

async function papersOf(table: Table, pk: string): Promise<readonly StoredPaper[]> {
  const found: StoredPaper[] = []
  let cursor: string | undefined
  do {
    const page = await table.query(pk, cursor === undefined ? {} : { cursor })
    found.push(...page.items.map(({ data }) => StoredPaper.parse(data)))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}
