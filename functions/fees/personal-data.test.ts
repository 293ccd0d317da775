import { fees } from '#shared/fees/contract.ts'
import { account } from '#shared/privacy/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { openTestAppOn } from '../platform/test-app.fixture.ts'
import { addBill, addQuarter } from './fees.fixture.ts'
import { feesIn } from './repository.ts'

const community = 'jinxiu'

describe.each(openTables)('bills among my data (%s)', (_, open) => {
  let app: Awaited<ReturnType<typeof openTestAppOn>>
  beforeAll(async () => {
    app = await openTestAppOn(open)
    const { table } = app.ports
    await addQuarter(table, community)
    for (const unit of ['1-1-101', '2-1-201', '1-1-102', '9-1-909']) {
      await addBill(table, community, unit)
    }
    await feesIn(table, community).addBill({
      ...{ unit: '1-1-101', from: '2026-04', to: '2026-06', areaCenti: 8_957, rate: 18_500 },
      ...{ rounding: 'month', standard: 'home', dueOn: '2026-07-15' },
      payments: [{ on: '2026-07-01', amountFen: 49_710, channel: '微信' }],
    })
    await addPerson(app.ports, 'hopeful', {
      name: '何望',
      homes: [{ unit: '9-1-909', areaCenti: 8_957, relation: 'owner', standing: 'claimed' }],
    })
  })
  afterAll(() => app.close())
  const mine = async (person: string) => {
    const { body } = await (await app.as(person)).send(account.export, {})
    return body.parts.find(({ feature }) => feature === 'fees')
  }

  test('of each of my homes, to read and as data; not a neighbour’s', async () => {
    const part = await mine('resident')
    expect(part?.lines).toEqual([
      {
        label: '锦绣花园 1-1-101，2026-07 至 2026-09',
        value: '应缴 ¥497.10，10 月 15 日（周四）到期，已缴 ¥0.00',
      },
      {
        label: '锦绣花园 1-1-101，2026-04 至 2026-06',
        value:
          '应缴 ¥497.10，7 月 15 日（周三）到期，已缴 ¥497.10；7 月 1 日（周三）微信缴 ¥497.10',
      },
      {
        label: '锦绣花园 2-1-201，2026-07 至 2026-09',
        value: '应缴 ¥497.10，10 月 15 日（周四）到期，已缴 ¥0.00',
      },
    ])
    expect(part?.data).toHaveLength(3)
    expect((part?.data as object[])[1]).toMatchObject({
      ...{ home: '锦绣花园 1-1-101', amountFen: 49_710, state: 'paid' },
      payments: [{ on: '2026-07-01', amountFen: 49_710, channel: '微信' }],
    })
    expect(JSON.stringify(await mine('resident'))).not.toContain('1-1-102')
  })

  test('who has claimed a home is handed what the screen shows of it; who has none, nothing', async () => {
    const shown = await (await app.as('hopeful')).send(fees.mine, { community })
    expect(shown.body.items).toHaveLength(1)
    expect((await mine('hopeful'))?.data).toEqual([
      { home: '锦绣花园 9-1-909', ...shown.body.items[0] },
    ])
    expect((await mine('committee'))?.lines).toEqual([])
  })

  test('before an account is closed it says that they stay with the home', async () => {
    const { body } = await (await app.as('resident')).send(account.closure, {})
    expect(body.kept).toEqual([
      { what: '您房屋的 3 张物业费账单', why: expect.stringContaining('属于房屋') as string },
    ])
    expect((await (await app.as('committee')).send(account.closure, {})).body.kept).toEqual([])
  })
})
