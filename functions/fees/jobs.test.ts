import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn } from '../platform/test-app.fixture.ts'
import { feesIn } from './repository.ts'

const community = 'jinxiu'
const bill = (unit: string, ...payments: readonly (readonly [string, number])[]) => ({
  ...{ unit, from: '2026-07', to: '2026-09', areaCenti: 8_957, rate: 18_500 },
  ...{ rounding: 'month' as const, standard: 'home', dueOn: '2026-10-15' },
  payments: payments.map(([on, amountFen]) => ({ on, amountFen, channel: '微信' })),
})
const WHOLE = 49_710

test.each(openTables)(
  'a bill goes ten years after it was paid, an open one stays (%s)',
  async (_, open) => {
    const app = await openTestAppOn(open)
    const fees = feesIn(app.ports.table, community)
    await fees.addBill(bill('1-1-101', ['2026-10-10', WHOLE]))
    await fees.addBill(bill('1-1-102', ['2026-10-10', 10_000], ['2027-03-01', WHOLE - 10_000]))
    await fees.addBill(bill('1-1-103', ['2026-10-10', WHOLE - 1]))
    const left = async () => {
      const units = ['1-1-101', '1-1-102', '1-1-103']
      const found = await Promise.all(units.map((unit) => fees.billsOf(unit, '2040-01-01', 9)))
      return found.flat().map(({ unit }) => unit)
    }
    const at = async (instant: string) => {
      app.clock.now = new Date(instant)
      await app.sweep()
      return left()
    }
    expect(await at('2036-10-10T15:59:59.999Z')).toEqual(['1-1-101', '1-1-102', '1-1-103'])
    expect(await at('2036-10-10T16:00:00.000Z')).toEqual(['1-1-102', '1-1-103'])
    expect(await at('2037-03-01T16:00:00.000Z')).toEqual(['1-1-103'])
    expect(await at('2060-01-01T00:00:00.000Z')).toEqual(['1-1-103'])
    // Of each period once within a season, not of each bill; nobody's home is named.
    const { items } = await auditTrail(app.ports).latest(community, { limit: 9 })
    expect(new Set(items.map(({ entry }) => `${entry.act} ${entry.subject}`))).toEqual(
      new Set(['fees.expire 2026-07']),
    )
    await app.close()
  },
)
