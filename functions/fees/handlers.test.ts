import { fees, type Standard } from '#shared/fees/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn } from '../platform/test-app.fixture.ts'
import { feesIn, type StoredBill } from './repository.ts'

const STANDARD: Standard = {
  id: 'high-rise',
  name: '高层住宅物业服务费',
  rate: 18_500,
  grade: '二级',
  includes: ['保洁', '秩序维护'],
  rounding: 'month',
  validFrom: '2025-01-01',
  source: '前期物业服务合同第七条',
}
const bill = (unit: string, from: string, to: string, dueOn: string, paidFen = 0): StoredBill => ({
  unit,
  from,
  to,
  areaCenti: 8_957,
  rate: STANDARD.rate,
  rounding: STANDARD.rounding,
  standard: STANDARD.id,
  dueOn,
  payments: paidFen === 0 ? [] : [{ on: '2026-08-01', amountFen: paidFen, channel: '微信' }],
})
const QUARTER = 49_710 // 8,957 × 18,500: 165.70 yuan a month, three months

describe.each(openTables)('fees on the %s table', (_, open) => {
  let given: Awaited<ReturnType<typeof openTestAppOn>>

  beforeAll(async () => {
    given = await openTestAppOn(open)
    const stored = feesIn(given.ports.table, 'jinxiu')
    await stored.addStandard(STANDARD)
    await stored.addPeriod({ from: '2026-07', to: '2026-09' })
    await stored.addPeriod({ from: '2026-10', to: '2026-12' })
    await stored.addBill(bill('1-1-101', '2026-07', '2026-09', '2026-07-31', QUARTER))
    await stored.addBill(bill('1-1-101', '2026-10', '2026-12', '2026-10-31', 10_000))
    await stored.addBill(bill('2-1-201', '2026-10', '2026-12', '2026-12-31'))
    await stored.addBill(bill('1-1-102', '2026-10', '2026-12', '2026-10-31'))
  })
  afterAll(() => given.close())

  test('an owner sees the bills of each home, latest first, and what is due', async () => {
    const resident = await given.as('resident')
    const { body } = await resident.send(fees.mine, { community: 'jinxiu' })
    expect(body.items.map(({ unit, from, state }) => [unit, from, state])).toEqual([
      ['1-1-101', '2026-10', 'overdue'],
      ['2-1-201', '2026-10', 'issued'],
      ['1-1-101', '2026-07', 'paid'],
    ])
    expect(body.items[0]).toMatchObject({ months: 3, amountFen: QUARTER, paidFen: 10_000 })
    expect(body.dueFen).toBe(QUARTER - 10_000 + QUARTER)
  })

  test('in pages too', async () => {
    const resident = await given.as('resident')
    const first = await resident.send(fees.mine, { community: 'jinxiu', limit: 2 })
    const cursor = first.body.cursor ?? ''
    const rest = await resident.send(fees.mine, { community: 'jinxiu', limit: 2, cursor })
    expect(first.body.items).toHaveLength(2)
    expect(rest.body.items.map((one) => one.from)).toEqual(['2026-07'])
    expect(rest.body.cursor).toBeUndefined()
  })

  test("a neighbour's bill is answered as none", async () => {
    const neighbour = await given.as('neighbour')
    const own = (await neighbour.send(fees.mine, { community: 'jinxiu' })).body.items[0]?.bill ?? ''
    expect((await neighbour.send(fees.get, { community: 'jinxiu', bill: own })).status).toBe(200)
    const resident = await given.as('resident')
    for (const id of [own, 'nonsense', '2026-10_']) {
      const answer = await resident.send(fees.get, { community: 'jinxiu', bill: id })
      expect([answer.status, answer.code]).toEqual([404, 'fees.not_found'])
    }
  })

  test('everybody sees the standard', async () => {
    const tenant = await given.as('tenant')
    const { body } = await tenant.send(fees.standards, { community: 'jinxiu' })
    expect(body.items).toEqual([STANDARD])
  })

  test('staff see the collection rate of what has fallen due, residents do not', async () => {
    const manager = await given.as('manager')
    const { body } = await manager.send(fees.collection, { community: 'jinxiu' })
    expect(body).toMatchObject({
      billedFen: 3 * QUARTER,
      paidFen: QUARTER + 10_000,
      billsDue: 3,
      billsPaid: 1,
    })
    const resident = await given.as('resident')
    const refused = await resident.send(fees.collection, { community: 'jinxiu' })
    expect([refused.status, refused.code]).toEqual([403, 'auth.not_permitted'])
  })
})
