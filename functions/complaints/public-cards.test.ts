import { complaints } from '#shared/complaints/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed } from './complaints.fixture.ts'

const HERE = { community: 'jinxiu' } as const

describe.each(openTables)('a card of the public list, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  const card = async (who: string, number: string) =>
    (await app.as(who)).send(complaints.publicOne, { ...HERE, number })
  const cosign = async (who: string, number: string) =>
    (await app.as(who)).send(complaints.cosign, { ...HERE, number })
  const keepPrivate = async () => {
    const office = await app.as('community')
    const { body } = await office.send(complaints.settings, HERE)
    const settings = { ...body.settings, publicList: false }
    await office.send(complaints.changeSettings, { ...HERE, version: 0, settings })
  }

  test('tells a neighbour nothing of persons, and its filer that it is theirs', async () => {
    const number = await filed(app, { place: { kind: 'home', unit: '1-1-101' } })
    expect((await card('neighbour', number)).body).toEqual({
      ...{ number, category: 'lift', building: '1栋', state: 'submitted' },
      ...{ filedAt: '2026-11-24T02:00:00.000Z', days: 0, cosigns: 0, mine: false, joined: [] },
    })
    expect((await card('resident', number)).body.mine).toBe(true)
  })

  test('of what nobody has checked, or was never filed, there is none', async () => {
    const { number } = (await file(await app.as('resident'))).body
    expect(await card('neighbour', number)).toMatchObject({ code: 'complaints.not_found' })
  })

  test('says with which home one joined, and leads on to where it was merged', async () => {
    const first = await filed(app)
    app.clock.advance(60_000)
    const { number } = (await file(await app.as('neighbour'))).body
    await app.sweep()
    await cosign('coowner', number)
    expect((await card('coowner', number)).body.joined).toHaveLength(1)
    await (await app.as('community')).send(complaints.merge, { ...HERE, number, into: first })
    expect((await card('coowner', number)).body.mergedInto).toBe(first)
  })

  test('where the list is not public, only for whom it concerns', async () => {
    const number = await filed(app)
    await cosign('neighbour', number)
    await keepPrivate()
    expect((await card('neighbour', number)).status).toBe(200)
    expect((await card('resident', number)).status).toBe(200)
    expect(await card('coowner', number)).toMatchObject({ code: 'complaints.list_not_public' })
  })

  describe('joined by me', () => {
    const mine = async (who: string, rest: object = {}) =>
      (await (await app.as(who)).send(complaints.cosigned, { ...HERE, ...rest })).body

    test('latest first, page by page, also once it has ended; others have none of it', async () => {
      const numbers = []
      for (let n = 0; n < 3; n += 1) {
        numbers.push(await filed(app))
        app.clock.advance(60_000)
        await cosign('neighbour', numbers[n] ?? '')
      }
      await act('withdraw', await app.as('resident'), numbers[2] ?? '')
      const first = await mine('neighbour', { limit: 2 })
      const rest = await mine('neighbour', { limit: 2, cursor: first.cursor })
      const found = [...first.items, ...rest.items].map(({ number }) => number)
      expect(found).toEqual([...numbers].reverse())
      expect(first.items[0]).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' })
      expect((await mine('coowner')).items).toEqual([])
    })
  })

  describe('the list by kind and building', () => {
    const listed = async (rest: object) =>
      (await (await app.as('neighbour')).send(complaints.publicList, { ...HERE, ...rest })).body

    test('fills its pages with what fits, in order, and loses none', async () => {
      const lifts = []
      for (let n = 0; n < 6; n += 1) {
        const number = await filed(app, n % 2 === 0 ? {} : { category: 'green' })
        if (n % 2 === 0) lifts.push(number)
        app.clock.advance(60_000)
      }
      const first = await listed({ category: 'lift', limit: 2 })
      const rest = await listed({ category: 'lift', limit: 2, cursor: first.cursor })
      expect(first.items).toHaveLength(2)
      expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(lifts)
    })

    test('a common area is in no building; a home is in its own, whatever the register calls it', async () => {
      await filed(app)
      await filed(app, { place: { kind: 'home', unit: '1-1-101' } })
      const number = await filed(app, { place: { kind: 'common', area: '东门岗亭' } })
      expect((await listed({ building: 'common' })).items.map((one) => one.number)).toEqual([
        number,
      ])
      expect((await listed({ building: '1幢' })).items).toHaveLength(2)
      expect((await listed({ building: '9幢' })).items).toEqual([])
    })
  })
})
