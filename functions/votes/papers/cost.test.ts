import type { Units } from '../../platform/table/capacity.ts'
import { countedTable } from '../../platform/table/counted-table.ts'
import { itemBytes } from '../../platform/table/item-size.ts'
import { openTemporaryTable } from '../../platform/table/open-tables.fixture.ts'
import { openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { noticed } from '../votes.fixture.ts'
import { paperPartitions } from './drawer.ts'
import { enter, openedOnPaper, print, report, takeBack } from './papers.fixture.ts'

// What each operation costs on DynamoDB, in its read and write units, session and grants (2 reads) included.
describe('what paper costs the store', () => {
  let app: VoteApp
  let spent: { reads: number; writes: number }
  beforeEach(async () => {
    spent = { reads: 0, writes: 0 }
    app = await openVoteApp(async (options) => {
      const opening = await openTemporaryTable(options)
      const count = (_operation: string, { reads, writes }: Units) => {
        spent = { reads: spent.reads + reads, writes: spent.writes + writes }
      }
      return { ...opening, table: countedTable(opening.table, count) }
    })
  })
  afterEach(() => app.close())

  const costOf = async (operation: () => Promise<unknown>) => {
    spent = { reads: 0, writes: 0 }
    await operation()
    return spent
  }

  test('printing: a read and a write for each head; taking in and entering: a handful', async () => {
    const toPrint = await noticed(app, { mode: 'paper_assisted' })
    const printing = await costOf(() => print(app, toPrint, 'print-them-once'))
    // Eight heads. The login of the test is in it as well.
    expect(printing.writes).toBeLessThanOrEqual(8 + 3)
    expect((await costOf(() => print(app, toPrint, 'print-them-once'))).writes).toBeLessThanOrEqual(
      3,
    )

    const { vote, codes } = await openedOnPaper(app)
    const [code = ''] = codes
    // The sheet, and the head in the box.
    expect((await costOf(() => takeBack(app, vote, code))).writes).toBeLessThanOrEqual(2 + 3)
    expect((await costOf(() => enter(app, vote, code, 'committee'))).writes).toBeLessThanOrEqual(4)
    expect((await costOf(() => enter(app, vote, code, 'community'))).writes).toBeLessThanOrEqual(5)
    // 16 partitions.
    expect((await costOf(() => report(app, vote))).reads).toBeLessThanOrEqual(16 + 8)
    const pages = await Promise.all(paperPartitions(vote).map((pk) => app.ports.table.query(pk)))
    const items = pages.flatMap((page) => page.items)
    expect(items).toHaveLength(codes.length)
    // Printed, taken in, entered twice: a thousand times under what an item may hold.
    expect(Math.max(...items.map((item) => itemBytes(item)))).toBeLessThan(1_400)
  })
})
