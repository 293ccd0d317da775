import { silentLog } from '../log/log.ts'
import { itemAt, openTables } from '../table/open-tables.fixture.ts'
import type { Item } from '../table/table.ts'
import { createSweep } from './sweep.ts'
import { wakeAt } from './wake.ts'

const START = Date.parse('2026-11-20T01:00:00.000Z')
/** More than there are partitions: some share one, and the sweep comes to it page by page. */
const THINGS = 40
const dueAt = (pk: string, at: Date, version: number): Item => {
  const item = itemAt(pk, 'STATE', { version })
  return { ...item, wake: wakeAt(item, at) }
}

test.each(openTables)(
  'what a visit leaves due is visited by the next sweep, not again by the same, over %s',
  async (_, open) => {
    const { table, close } = await open()
    let ms = START
    // It goes on while there is work, as every clock does.
    const now = () => new Date((ms += 1))
    const visits: string[] = []
    const job = {
      kind: 'THING',
      visit: async ({ pk, version }: Item, at: Date) => {
        visits.push(pk)
        await table.put(dueAt(pk, at, version + 1))
      },
    }
    const things = Array.from({ length: THINGS }, (_none, n) => `THING#${n}`)
    for (const pk of things) await table.put(dueAt(pk, new Date(START), 1))
    const pace = { page: 1, rest: () => Promise.resolve(true) }
    const sweep = createSweep({ table, log: silentLog, now }, [job], pace)
    expect(await sweep.run()).toEqual({ visited: THINGS, failed: 0 })
    expect([...visits].sort()).toEqual([...things].sort())
    expect(await sweep.run()).toEqual({ visited: THINGS, failed: 0 })
    await close()
  },
)
