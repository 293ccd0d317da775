import { api } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get } from './complaints.fixture.ts'
import { cosignedPartition, cosignPartition } from './items.ts'
import { cosign, merge } from './races.fixture.ts'

const { account, consents, complaints } = api
const AT = { community: 'jinxiu' } as const

describe.each(openTables)('who joined in, over %s', (_, open) => {
  let app: TestApp & { readonly close: () => Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
    await (await neighbour()).send(consents.give, { purpose: 'agreement', version: 1 })
  })
  afterEach(() => app.close())

  const neighbour = () => app.as('neighbour')
  const wait = async (ms: number) => {
    app.clock.advance(ms)
    await app.sweep()
    await app.sweep()
  }
  const joined = async (number: string) =>
    (await app.ports.table.query(cosignPartition('jinxiu', number))).items
  const shown = async (number: string) => (await get(await app.as('resident'), number)).body.cosigns

  test('takes along what they joined, with which home and when; nothing of whose complaint it is', async () => {
    const number = await filed(app)
    await cosign(await neighbour(), number)
    const { body } = await (await neighbour()).send(account.export, {})
    const part = body.parts.find(({ feature }) => feature === 'cosigns')
    expect(part).toMatchObject({
      title: '点过“我也是”的投诉',
      lines: [
        {
          label: expect.stringContaining(formatNumber(number)) as string,
          value: '以 1-1-102 加入',
        },
      ],
      data: [{ community: 'jinxiu', number, unit: '1-1-102' }],
    })
    expect(JSON.stringify(part)).not.toContain('电梯')
    const others = await (await app.as('tenant')).send(account.export, {})
    expect(JSON.stringify(others.body)).not.toContain(number)
  })

  test('their account closed, their home counts on, here and where it is merged later; who of it did is not known', async () => {
    const first = (await file(await app.as('coowner'))).body.number
    app.clock.advance(1_000)
    const number = await filed(app)
    await cosign(await neighbour(), number)
    const foreseen = await (await neighbour()).send(account.closure, {})
    expect(foreseen.body.erased).toContain('您点“我也是”加入 1 件投诉的记录（只留户数）')
    await (await neighbour()).send(account.close, {})
    await wait(7 * DAY)

    expect((await joined(number)).map(({ sk, data, by2 }) => [sk, data, by2])).toEqual([
      ['1-1-102', { person: '' }, undefined],
    ])
    const listed = await app.ports.table.queryIndex('by2', cosignedPartition('jinxiu', 'neighbour'))
    expect(listed.items).toEqual([])
    await cosign(await app.as('tenant'), number)
    await wait(10_000)
    expect(await shown(number)).toBe(2)
    await merge(await app.as('community'), number, first)
    await wait(10_000)
    expect((await joined(first)).map(({ sk }) => sk).sort()).toEqual([
      '1-1-101',
      '1-1-102',
      '1-1-104',
    ])
    const mine = await (await app.as('tenant')).send(complaints.cosigned, AT)
    expect(mine.body.items.map((card) => card.number)).toContain(first)
  })

  test('kept no longer than the complaint', async () => {
    const first = (await file(await app.as('coowner'))).body.number
    app.clock.advance(1_000)
    const number = await filed(app)
    await cosign(await neighbour(), first)
    await merge(await app.as('community'), number, first)
    await act('withdraw', await app.as('coowner'), first)
    await wait(0)
    await wait(3 * 366 * DAY)
    const { table } = app.ports
    expect((await get(await app.as('coowner'), first)).status).toBe(404)
    expect(await joined(first)).toEqual([])
    expect((await table.query(`MERGED#jinxiu#${first}`)).items).toEqual([])
  })
})
