import { complaints } from '#shared/complaints/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, go, LIFT } from './complaints.fixture.ts'
import { complaintsIn } from './repository.ts'

const HERE = { community: 'jinxiu' } as const

describe.each(openTables)('what neighbours have of each other’s complaints, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  const cosign = async (who: string, number: string, unit?: string) =>
    (await app.as(who)).send(complaints.cosign, {
      ...HERE,
      number,
      ...(unit !== undefined && { unit }),
    })
  const shown = async (number: string, who = 'resident') =>
    (await get(await app.as(who), number)).body.cosigns
  const counted = async () => {
    app.clock.advance(10_000)
    await app.sweep()
  }
  const listed = async (stage: 'open' | 'up' | 'done', who = 'neighbour') =>
    (await (await app.as(who)).send(complaints.publicList, { ...HERE, stage })).body.items

  describe('the public list', () => {
    test('is without persons, words or homes, and says how old it is and how it ended', async () => {
      const number = await filed(app, { place: { kind: 'home', unit: '1-1-101' } })
      app.clock.advance(3 * 3_600_000)
      expect(await listed('open')).toEqual([
        {
          number,
          category: 'lift',
          building: '1栋',
          state: 'submitted',
          filedAt: '2026-11-24T02:00:00.000Z',
          days: 0,
          cosigns: 0,
        },
      ])
      await go(app, number, 'property accept', 'property resolve', 'resident confirm')
      expect(await listed('done')).toMatchObject([
        { number, state: 'confirmed', outcome: 'confirmed' },
      ])
    })
    test('holds nothing whose words nobody has checked', async () => {
      await file(await app.as('resident'))
      expect(await listed('open')).toEqual([])
    })
    test('a community may keep it to itself', async () => {
      const office = await app.as('community')
      const { body } = await office.send(complaints.settings, HERE)
      await office.send(complaints.changeSettings, {
        ...HERE,
        version: 0,
        settings: { ...body.settings, publicList: false },
      })
      const neighbour = await app.as('neighbour')
      expect(await neighbour.send(complaints.publicList, HERE)).toMatchObject({
        status: 403,
        code: 'complaints.list_not_public',
      })
    })
  })

  describe('joining in', () => {
    test('a home counts once, whoever of it asks and however often, the filer’s own not at all', async () => {
      const number = await filed(app)
      for (const who of ['neighbour', 'neighbour', 'coowner', 'resident']) {
        expect((await cosign(who, number)).status).toBe(200)
      }
      await counted()
      expect(await shown(number)).toBe(2)
      expect(await listed('open')).toMatchObject([{ cosigns: 2 }])
    })
    test('only with a home of one’s own, and only into what is open', async () => {
      const number = await filed(app)
      expect(await cosign('neighbour', number, '1-1-101')).toMatchObject({
        code: 'complaints.cosign_needs_home',
      })
      expect((await cosign('stranger', number)).status).toBe(404)
      await act('withdraw', await app.as('resident'), number)
      expect(await cosign('neighbour', number)).toMatchObject({ code: 'complaints.already_closed' })
    })
    test('of what is not checked yet nobody knows', async () => {
      const { number } = (await file(await app.as('resident'))).body
      expect(await cosign('neighbour', number)).toMatchObject({ code: 'complaints.not_found' })
    })
    test('thousands at once cost the complaint itself one write, and are counted within ten seconds', async () => {
      const number = await filed(app)
      const repository = complaintsIn(app.ports.table, { community: 'jinxiu', code: 'JX' })
      const before = (await repository.find(number))?.version ?? 0
      await cosign('neighbour', number)
      // 10,000 on the machine's own store; the other adapter's stand-in is slow, and the same.
      const homes = _ === 'level' ? 10_000 : 200
      for (let n = 0; n < homes; n += 500) {
        const some = Array.from({ length: Math.min(500, homes - n) }, (_none, i) => `9-1-${n + i}`)
        const { now } = app.clock
        await Promise.all(some.map((unit) => repository.cosign(number, unit, 'somebody', now)))
      }
      await Promise.all(['coowner', 'tenant', 'coowner'].map((who) => cosign(who, number)))
      expect((await repository.find(number))?.version).toBe(before + 1)
      await counted()
      expect(await shown(number)).toBe(homes + 3)
    })
  })

  describe('merging', () => {
    const three = async () => {
      const numbers = []
      for (const who of ['resident', 'neighbour', 'coowner']) {
        numbers.push(
          (await file(await app.as(who), { text: '2 号电梯又响了，请来看看。' })).body.number,
        )
        app.clock.advance(60_000)
      }
      await app.sweep()
      return numbers as [string, string, string]
    }
    const merge = async (number: string, into: string) =>
      (await app.as('community')).send(complaints.merge, { ...HERE, number, into })

    test('into the earlier one: its filer keeps the thread, and their home counts there', async () => {
      const [first, second] = await three()
      const { body } = await merge(second, first)
      expect(body).toMatchObject({ state: 'merged', mergedInto: first })
      expect((await get(await app.as('neighbour'), second)).body.mergedInto).toBe(first)
      expect(await act('reply', await app.as('property'), second)).toMatchObject({
        code: 'complaints.merged',
      })
      await cosign('tenant', second)
      await counted()
      expect(await shown(first)).toBe(2)
    })
    test('a merge of a merge leads to the end of all', async () => {
      const [first, second, third] = await three()
      await merge(second, first)
      expect((await merge(third, second)).body.mergedInto).toBe(first)
    })
    test('A into B and B into A at once: one of them is refused, whoever is faster', async () => {
      const [first, second] = await three()
      const answers = await Promise.all([merge(first, second), merge(second, first)])
      expect(answers.map(({ code }) => code)).toEqual(['complaints.merge_not_earlier', undefined])
    })
    test('not into itself, nor into what nobody filed or has ended', async () => {
      const [first, second] = await three()
      expect(await merge(first, first)).toMatchObject({ code: 'complaints.merge_not_earlier' })
      await act('withdraw', await app.as('resident'), first)
      expect(await merge(second, first)).toMatchObject({ code: 'complaints.merge_into_closed' })
    })
  })

  describe('what is alike', () => {
    const similar = async (text: string, rest: object = {}) =>
      (
        await (
          await app.as('neighbour')
        ).send(complaints.similar, { ...HERE, category: 'lift', text, place: LIFT.place, ...rest })
      ).body.items

    test('is suggested by kind, building and words, and tells no words but the asker’s own', async () => {
      const number = await filed(app)
      const [found] = await similar('一幢电梯异响，很吓人')
      expect(found).toMatchObject({ number, building: '1幢' })
      expect(found?.words).toEqual(['电梯', '异响'])
      expect(JSON.stringify(found)).not.toContain('老人')
    })
    test('is nothing where only the kind is the same', async () => {
      await filed(app)
      expect(await similar('按钮灯不亮', { place: undefined })).toEqual([])
    })
  })
})
