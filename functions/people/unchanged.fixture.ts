import type { LevelTable } from '../platform/table/level-table.ts'
import { openTemporaryTable } from '../platform/table/open-tables.fixture.ts'
import { openPeopleApp, type PeopleApp } from './people.fixture.ts'

/** An app whose store can be looked at whole. */
export interface Watched {
  readonly app: PeopleApp
  /** What an act was answered, which must have left everything stored as it was: status and code. */
  refused(
    act: () => Promise<{ status: number; code?: string | undefined }>,
  ): Promise<readonly [number, string | undefined]>
}

export async function openWatched(): Promise<Watched> {
  let table: LevelTable | undefined
  const app = await openPeopleApp(async (options) => {
    const opened = await openTemporaryTable(options)
    table = opened.table
    return opened
  })
  return {
    app,
    async refused(act) {
      const before = await everythingIn(table)
      const { status, code } = await act()
      expect(await everythingIn(table)).toBe(before)
      return [status, code]
    },
  }
}

/** But for the sessions by which it is asked. */
async function everythingIn(table: LevelTable | undefined): Promise<string> {
  const lines: string[] = []
  for await (const item of table?.snapshot() ?? []) {
    if (!item.sk.startsWith('SESSION#')) lines.push(JSON.stringify(item))
  }
  return lines.sort().join('\n')
}
