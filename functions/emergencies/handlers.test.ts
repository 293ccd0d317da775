import { emergencies, emergencyAreas, type Emergency } from '#shared/emergencies/contract.ts'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, AT, come, go, report, REVIEW } from './emergencies.fixture.ts'

describe.each(openTables)('emergencies, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeAll(async () => {
    app = await openTestAppOn(open)
  })
  afterAll(() => app.close())
  // Another day for each test: what a household may report is counted by the day.
  beforeEach(() => app.clock.advance(DAY))

  const get = async (who: string, emergency: string) =>
    (await app.as(who)).send(emergencies.get, { ...AT, emergency })
  const listed = async (who: string, stage: 'live' | 'past' = 'live') => {
    const { body } = await (await app.as(who)).send(emergencies.list, { ...AT, stage, limit: 50 })
    return body.items.map(({ emergency }) => emergency)
  }
  const done = async (name: Parameters<typeof act>[0], who: string, emergency: string) => {
    const { status, code } = await act(name, await app.as(who), emergency, app.clock)
    return status === 200 ? 'done' : code
  }

  test.each([
    ['resident', 'pipe', 'reported'],
    ['tenant', 'fire', 'reported'],
    ['committee', 'exit', 'reported'],
    ['property', 'pipe', 'confirmed'],
    ['manager', 'flood', 'confirmed'],
    ['community', 'fire', 'confirmed'],
    ['street', 'exit', 'confirmed'],
    // Of walking out it is no judge.
    ['property', 'exit', 'reported'],
    // Works there and lives there: it is the property that reports.
    ['living_clerk', 'pipe', 'confirmed'],
  ] as const)('%s reports %s: %s', async (who, kind, state) => {
    const { status, body } = await report(await app.as(who), { kind })
    expect([status, body.state, body.unverified]).toEqual([201, state, state === 'reported'])
    expect(body.mine).toBe(true)
  })

  test('until it is confirmed, neighbours know nothing of it; who reported it does', async () => {
    const { body } = await report(await app.as('resident'), { note: '水漫到电梯口了' })
    const { emergency } = body
    expect((await get('neighbour', emergency)).code).toBe('emergencies.not_found')
    expect(await listed('neighbour')).not.toContain(emergency)
    expect((await get('resident', emergency)).body).toMatchObject({ acts: [], mine: true })
    expect(await listed('resident')).toContain(emergency)
    expect((await get('property', emergency)).body).toMatchObject({
      note: '水漫到电梯口了',
      unverified: true,
      acts: ['confirm', 'dismiss', 'tick'],
    })
  })

  test('once confirmed, what happened, where and since when; no persons, no words, nothing to do', async () => {
    const { body } = await report(await app.as('resident'), { note: '张家漏的' })
    const confirm = { ...AT, emergency: body.emergency, place: '1幢一层大厅' }
    await (await app.as('property')).send(emergencies.confirm, confirm)
    const seen = (await get('neighbour', body.emergency)).body
    expect(seen).toEqual({
      ...{ emergency: body.emergency, kind: 'pipe', place: '1幢一层大厅', state: 'confirmed' },
      ...{ unverified: false, late: false, mine: false, expected: [], acts: [] },
      reportedAt: body.reportedAt,
    })
    expect(await listed('neighbour')).toContain(body.emergency)
  })

  test('a time for it to be over is named, and each change of it stays', async () => {
    const emergency = await come(app, 'street confirm', 'property handle')
    const property = await app.as('property')
    const [first, second] = [2, 6].map((hours) =>
      new Date(app.clock.now.getTime() + hours * HOUR).toISOString(),
    ) as [string, string]
    await property.send(emergencies.expect, { ...AT, emergency, until: first })
    const text = '配件下午才到'
    await property.send(emergencies.expect, { ...AT, emergency, until: second, text })
    const { body } = await get('neighbour', emergency)
    expect(body.expectedAt).toBe(second)
    expect(body.expected.map(({ until, text: why }) => [until, why])).toEqual([
      [first, undefined],
      [second, text],
    ])
  })

  test.each([-1, 0, 31 * DAY])('not in the past, not in a month: %d ms', async (ms) => {
    const emergency = await come(app, 'street confirm')
    const until = new Date(app.clock.now.getTime() + ms).toISOString()
    const { code } = await (
      await app.as('property')
    ).send(emergencies.expect, { ...AT, emergency, until })
    expect(code).toBe('emergencies.bad_time')
  })

  test('from report to review; then it is past, and everybody reads what changes', async () => {
    const emergency = await come(app, 'property confirm', 'property handle', 'property restore')
    expect(await done('review', 'property', emergency)).toBe('auth.not_permitted')
    await go(app, emergency, 'street review')
    expect([await listed('neighbour'), await listed('neighbour', 'past')]).toEqual([
      expect.not.arrayContaining([emergency]),
      expect.arrayContaining([emergency]),
    ])
    const { body } = await get('neighbour', emergency)
    expect(body).toMatchObject({ state: 'reviewed', review: REVIEW })
    expect((await get('community', emergency)).body.events).toMatchObject([
      { kind: 'report', by: '业委会 陈**' },
      { kind: 'confirm', by: '物业客服 刘*' },
      { kind: 'handle' },
      { kind: 'restore' },
      { kind: 'review', by: '街道 孙*' },
    ])
  })

  describe('put aside', () => {
    test('with a reason, which who reported it reads; neighbours never hear of it', async () => {
      const { emergency } = (await report(await app.as('resident'))).body
      await go(app, emergency, 'property dismiss')
      expect((await get('resident', emergency)).body).toMatchObject({
        state: 'dismissed',
        dismissedFor: '到场看过，没有发生。',
      })
      expect((await get('neighbour', emergency)).code).toBe('emergencies.not_found')
      expect(await listed('neighbour', 'past')).not.toContain(emergency)
      expect(await listed('street', 'past')).toContain(emergency)
    })

    test('by the property, the offices may take it up again, the property not', async () => {
      const emergency = await come(app, 'property dismiss')
      expect(await done('confirm', 'property', emergency)).toBe('emergencies.not_yours')
      expect(await done('confirm', 'street', emergency)).toBe('done')
      expect(await done('dismiss', 'property', emergency)).toBe('emergencies.not_yours')
      const { body } = await get('resident', emergency)
      expect(body).not.toHaveProperty('dismissedFor')
    })

    test('a property that walks out decides nothing about it', async () => {
      const { emergency } = (await report(await app.as('resident'), { kind: 'exit' })).body
      for (const name of ['confirm', 'dismiss'] as const) {
        expect(await done(name, 'manager', emergency)).toBe('emergencies.not_yours')
      }
      await go(app, emergency, 'community confirm')
      expect(await done('restore', 'property', emergency)).toBe('emergencies.not_yours')
      const ticked = { ...AT, emergency, step: 'secure' } as const
      expect((await (await app.as('property')).send(emergencies.tick, ticked)).status).toBe(200)
    })
  })

  test('a household reports three times a day; offices as often as it happens', async () => {
    const tenant = await app.as('tenant')
    for (let n = 0; n < 3; n += 1) expect((await report(tenant)).status).toBe(201)
    const { status, code, detail } = await report(tenant, {}, { key: 'the-fourth-of-them' })
    expect([status, code]).toEqual([429, 'emergencies.too_many'])
    expect(detail).toMatch(/今天已经上报 3 次.*119/)
    const property = await app.as('property')
    for (let n = 0; n < 4; n += 1) expect((await report(property)).status).toBe(201)
    app.clock.advance(DAY)
    expect((await report(await app.as('tenant'))).status).toBe(201)
  })

  test('the same request again finds what it did, and counts once', async () => {
    const neighbour = await app.as('neighbour')
    const twice = [1, 2, 3, 4, 5].map(() => report(neighbour, {}, { key: 'one-frightened-thumb' }))
    const answers = await Promise.all(twice)
    expect(new Set(answers.map(({ body }) => body.emergency)).size).toBe(1)
    const street = await app.as('street')
    const { emergency } = (answers[0] as (typeof answers)[number]).body
    const sent = { ...AT, emergency }
    const first = await street.send(emergencies.confirm, sent, { key: 'confirmed-twice-over' })
    const again = await street.send(emergencies.confirm, sent, { key: 'confirmed-twice-over' })
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    expect(await done('confirm', 'property', emergency)).toBe('emergencies.not_now')
  })

  describe('the checklist', () => {
    const tick = async (who: string, emergency: string, step: 'secure' | 'cut', is = true) =>
      (await app.as(who)).send(emergencies.tick, { ...AT, emergency, step, done: is })
    const ticked = ({ ticks = [] }: Emergency) => ticks.map(({ step, by }) => `${step} ${by}`)

    test('two who tick at once both stand, also at the same step', async () => {
      const emergency = await come(app, 'street confirm')
      await Promise.all([
        tick('property', emergency, 'secure'),
        tick('colleague', emergency, 'secure'),
        tick('street', emergency, 'cut'),
        go(app, emergency, 'manager handle'),
      ])
      const { body } = await get('community', emergency)
      expect(ticked(body).sort()).toEqual([
        'cut 街道 孙*',
        'secure 物业客服 刘*',
        'secure 物业客服 周*',
      ])
      expect(body.state).toBe('handling')
    })

    test('a slip is taken back by who made it, and nobody else’s goes with it', async () => {
      const emergency = await come(app, 'street confirm')
      await tick('property', emergency, 'cut')
      await tick('street', emergency, 'cut')
      const { body } = await tick('property', emergency, 'cut', false)
      expect(ticked(body)).toEqual(['cut 街道 孙*'])
    })

    test('no step that this kind does not have, none once it is past', async () => {
      const { emergency } = (await report(await app.as('property'), { kind: 'fight' })).body
      expect((await tick('property', emergency, 'cut')).code).toBe('emergencies.no_such_step')
      await go(app, emergency, 'street dismiss')
      expect((await tick('property', emergency, 'secure')).code).toBe('emergencies.not_now')
    })
  })

  test('of two who decide at once one is told what the other did', async () => {
    const emergency = await come(app)
    const both = await Promise.all([
      done('confirm', 'property', emergency),
      done('dismiss', 'street', emergency),
    ])
    // Confirmed first, it may still be put aside by the street: then both stand, in that order.
    expect([
      ['done', 'emergencies.not_now'],
      ['emergencies.not_yours', 'done'],
      ['done', 'done'],
    ]).toContainEqual(both)
    const { events = [] } = (await get('street', emergency)).body
    expect(events.map(({ seq }) => seq)).toEqual(events.map((one, n) => n + 1))
  })

  test('nothing of another community is there', async () => {
    const emergency = await come(app, 'street confirm')
    const elsewhere = { community: 'yunxi', emergency }
    const { code } = await (await app.as('stranger')).send(emergencies.get, elsewhere)
    expect(code).toBe('emergencies.not_found')
    expect((await get('stranger', emergency)).code).toBe('scope.not_found')
  })

  test('the street sees all its communities, latest first, page by page', async () => {
    await addPerson(app.ports, 'other_street', { name: '何乐', roles: ['street'] })
    const here = await come(app)
    app.clock.advance(1_000)
    const there = await report(await app.as('stranger'), { community: 'yunxi', kind: 'power' })
    const street = await app.as('street')
    const page = async (cursor?: string) =>
      (
        await street.send(emergencyAreas.ofStreet, {
          ...{ street: 'street-1', limit: 1 },
          ...(cursor !== undefined && { cursor }),
        })
      ).body
    const first = await page()
    const second = await page(first.cursor)
    expect([...first.items, ...second.items]).toMatchObject([
      { emergency: there.body.emergency, communityName: '云溪苑', kind: 'power' },
      { emergency: here, communityName: '锦绣花园' },
    ])
    const { code } = await (
      await app.as('property')
    ).send(emergencyAreas.ofStreet, { street: 'street-1' })
    expect(code).toBe('scope.not_found')
  })
})
