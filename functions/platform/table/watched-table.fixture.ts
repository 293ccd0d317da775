import type { LevelTable } from './level-table.ts'
import { openTemporaryTable, type OpenTable } from './open-tables.fixture.ts'
import type { Item } from './table.ts'

/** What came back of an act that may be refused. */
interface Told {
  readonly status: number
  readonly code?: string | undefined
}

/** A store that can be looked at whole. */
export interface WatchedTable {
  open(options: { readonly now?: () => Date }): Promise<OpenTable<LevelTable>>
  /** What an act was answered, which must have left everything stored as it was. */
  untouchedBy<T extends Told>(act: () => Promise<T>): Promise<T>
}

/** @param counters partitions in which tries are counted: they may move */
export function watchedTable(counters: readonly string[] = []): WatchedTable {
  let table: LevelTable | undefined
  // The sessions by which it is asked are written at each login.
  const isWatched = ({ pk, sk }: Item): boolean =>
    !sk.startsWith('SESSION#') && !counters.some((start) => pk.startsWith(start))
  const everything = async (): Promise<readonly string[]> => {
    const lines: string[] = []
    for await (const item of table?.snapshot() ?? []) {
      if (isWatched(item)) lines.push(JSON.stringify(item))
    }
    return lines.sort()
  }
  return {
    async open(options) {
      const opened = await openTemporaryTable(options)
      table = opened.table
      return opened
    },
    async untouchedBy(act) {
      const before = await everything()
      const told = await act()
      const after = await everything()
      // Only what differs is worth reading.
      expect(after.filter((line) => !before.includes(line))).toEqual([])
      expect(after).toHaveLength(before.length)
      return told
    },
  }
}
