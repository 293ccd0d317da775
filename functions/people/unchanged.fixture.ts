import { watchedTable } from '../platform/table/watched-table.fixture.ts'
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
  const { open, untouchedBy } = watchedTable()
  return {
    app: await openPeopleApp(open),
    async refused(act) {
      const { status, code } = await untouchedBy(act)
      return [status, code]
    },
  }
}
