import { silentLog } from '../log/log.ts'
import { itemAt, openTables } from '../table/open-tables.fixture.ts'
import type { Item } from '../table/table.ts'
import { createSweep } from './sweep.ts'
import { wakeAt } from './wake.ts'

const START = Date.parse('2026-11-20T01:00:00.000Z')
const dueAt = (at: Date, version: number): Item => {
  const item = itemAt('THING#1', 'STATE', { version })
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
      visit: async ({ version }: Item, at: Date) => {
        visits.push(at.toISOString())
        await table.put(dueAt(at, version + 1))
      },
    }
    await table.put(dueAt(new Date(START), 1))
    const pace = { page: 1, rest: () => Promise.resolve(true) }
    const sweep = createSweep({ table, log: silentLog, now }, [job], pace)
    expect(await sweep.run()).toEqual({ visited: 1, failed: 0 })
    expect(visits).toHaveLength(1)
    expect(await sweep.run()).toEqual({ visited: 1, failed: 0 })
    expect(visits).toHaveLength(2)
    await close()
  },
)
