import { complaints } from '#shared/complaints/contract.ts'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import type { Life } from '#shared/complaints/rules/life.ts'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, addOfficer, filed, get, go, takenTo } from './complaints.fixture.ts'
import { complaintsIn } from './repository.ts'
import { replayed } from './stored.ts'

/** When it looks for a missing year's table is no part of what happened. */
const lived = (life: Life) => ({
  ...life,
  clocks: life.clocks.map((clock) => ({ ...clock, checkAt: undefined })),
})

describe.each(openTables)('the ladder over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
    await addOfficer(app, 'district', { scope: 'district', of: 'district-1', role: 'district' })
    await addOfficer(app, 'officer', { scope: 'street', of: 'street-1', role: 'street' })
  })
  afterEach(() => app.close())

  const stateOf = async (number: string, who = 'resident') =>
    (await get(await app.as(who), number)).body.state
  const timelineOf = async (number: string, who = 'resident') =>
    (await get(await app.as(who), number)).body.timeline
  const stored = (number: string) =>
    complaintsIn(app.ports.table, { community: 'jinxiu', code: 'JX' }).find(number)
  const wait = async (ms: number) => {
    app.clock.advance(ms)
    // What comes of a visit may be due at once: told, moved.
    for (let i = 0; i < 3; i += 1) await app.sweep()
  }

  test('a property that does not answer within a day loses it to the street, once, however often the sweep runs', async () => {
    const number = await filed(app)
    const { body } = await get(await app.as('resident'), number)
    expect(body.clocks?.map(({ clock, due, goesUp }) => [clock, due, goesUp])).toEqual([
      ['first_reply', '2026-11-25T02:00:00.000Z', true],
      ['resolve', '2026-12-01T16:00:00.000Z', true],
    ])
    app.clock.advance(2 * DAY)
    await Promise.all([app.sweep(), app.sweep(), app.sweep()])
    await wait(0)
    const timeline = await timelineOf(number)
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'filed',
      'opened',
      'warned',
      'breached',
      'timed_out',
    ])
    expect(timeline.at(-1)).toMatchObject({
      by: { role: '系统', name: '' },
      facts: {
        to: 'routed_street',
        clock: 'first_reply',
        due: '2026-11-25T02:00:00.000Z',
        lateMinutes: 24 * 60,
      },
    })
    expect(await act('accept', await app.as('property'), number)).toMatchObject({
      status: 409,
      code: 'complaints.past_property',
    })
    expect((await act('acceptAtStreet', await app.as('street'), number)).body.state).toBe(
      'street_accepted',
    )
  })

  test('what is due counts although no sweep has run: who answers a minute late is told so', async () => {
    const number = await takenTo(app, 1)
    app.clock.advance(DAY)
    expect(await act('reply', await app.as('property'), number)).toMatchObject({
      code: 'complaints.past_property',
    })
    await wait(0)
    expect(await stateOf(number)).toBe('routed_street')
  })

  test('from the street over both meetings to court and back, and to an end', async () => {
    const number = await filed(app)
    await go(
      app,
      number,
      'resident route',
      'street acceptAtStreet',
      'community recordOnsite',
      'street handle',
    )
    expect(await act('escalate', await app.as('street'), number)).toMatchObject({
      code: 'complaints.finding_required',
    })
    await go(app, number, 'street find', 'street escalate', 'street find', 'street escalate')
    expect(await stateOf(number, 'district')).toBe('district_meeting')
    await go(app, number, 'district recordMeeting', 'resident toLitigation')
    expect((await get(await app.as('resident'), number)).body.clocks).toEqual([])
    await go(app, number, 'street takeBack', 'street resolve', 'resident confirm')
    const found = await stored(number)
    expect(found && lived(replayed(found))).toEqual(found && lived(found.stored.life))
    expect((await timelineOf(number)).find(({ kind }) => kind === 'onsite_recorded')).toMatchObject(
      {
        text: '门机确有异响。',
        facts: { who: '网格员小李', where: '1幢电梯厅' },
      },
    )
  })

  test('a second dispute is reviewed by two officers', async () => {
    const number = await takenTo(app, 5)
    await go(app, number, 'resident dispute')
    expect(await stateOf(number)).toBe('review')
    await go(app, number, 'street review')
    expect(await act('review', await app.as('street'), number)).toMatchObject({
      code: 'complaints.reviewed_by_you',
    })
    await go(app, number, 'officer review')
    expect(await stateOf(number)).toBe('closed')
  })

  test('what nobody answers is closed by the community worker after 15 days and two reminders, never as satisfied', async () => {
    const number = await takenTo(app, 3)
    await wait(5 * DAY)
    await wait(5 * DAY)
    expect(await act('closeUnanswered', await app.as('community'), number)).toMatchObject({
      code: 'complaints.not_unanswered',
    })
    await wait(5 * DAY)
    const { body } = await act('closeUnanswered', await app.as('community'), number)
    expect(body.state).toBe('closed')
    expect(body.timeline.filter(({ kind }) => kind === 'reminded')).toHaveLength(2)
    expect(body.timeline.some(({ rating }) => rating !== undefined)).toBe(false)
  })

  test('a pause holds it, shows, and is not to be had once it is late', async () => {
    const number = await takenTo(app, 2)
    await act('pause', await app.as('property'), number)
    await wait(20 * DAY)
    expect(await stateOf(number)).toBe('replied')
    const { body } = await act('resume', await app.as('property'), number)
    expect(body.clocks?.[0]).toMatchObject({ pauses: 1, firstDue: '2026-12-01T16:00:00.000Z' })
    await wait(30 * DAY)
    expect(await act('pause', await app.as('property'), number)).toMatchObject({
      code: 'complaints.past_property',
    })
  })

  test('its filer urges once a day', async () => {
    const number = await filed(app)
    await go(app, number, 'resident urge')
    expect(await act('urge', await app.as('resident'), number)).toMatchObject({
      code: 'complaints.urged_today',
    })
    app.clock.advance(DAY)
    expect((await act('urge', await app.as('resident'), number)).status).toBe(200)
  })

  describe('who sees what', () => {
    test('a hidden name is hidden from the property, in what is listed too, and never from the street', async () => {
      const number = await filed(app, { hidesName: true, place: { kind: 'home', unit: '1-1-101' } })
      await go(app, number, 'property accept', 'resident message')
      const property = await app.as('property')
      const { body } = await get(property, number)
      const all = JSON.stringify([
        body,
        (await property.send(complaints.queue, { community: 'jinxiu' })).body,
      ])
      for (const secret of ['张', '1-1-101', 'resident']) expect(all).not.toContain(secret)
      expect(body.filedBy).toEqual({ role: '居民', name: '已隐去姓名' })
      expect((await get(await app.as('street'), number)).body.filedBy.name).toBe('张**')
    })

    test.each(['fees', 'staff', 'committee'] as const)(
      '%s goes straight past the property, which never reads it',
      async (category) => {
        const number = await filed(app, { category })
        expect(await stateOf(number)).toBe('routed_street')
        const property = await app.as('manager')
        expect(await get(property, number)).toMatchObject({
          status: 404,
          code: 'complaints.not_found',
        })
        await go(app, number, 'street acceptAtStreet', 'street recordOnsite', 'street resolve')
        for (const stage of ['open', 'up', 'done'] as const) {
          expect(
            (await property.send(complaints.queue, { community: 'jinxiu', stage })).body.items,
          ).toEqual([])
        }
        expect((await get(property, number)).status).toBe(404)
      },
    )

    test('the district sees what came up to it, and what the street let pass; nothing else', async () => {
      const number = await filed(app, { direct: true })
      const list = async () =>
        (
          await (
            await app.as('district')
          ).send(complaintAreas.ofDistrict, { district: 'district-1' })
        ).body.items.map((card) => card.number)
      expect([(await get(await app.as('district'), number)).status, await list()]).toEqual([
        404,
        [],
      ])
      await wait(10 * DAY)
      expect([(await get(await app.as('district'), number)).status, await list()]).toEqual([
        200,
        [number],
      ])
      expect((await get(await app.as('district'), number)).body.timeline.at(-1)).toMatchObject({
        kind: 'breached',
      })
    })

    test('notes of the property are the property’s, those of the offices the offices’', async () => {
      const number = await filed(app)
      await go(app, number, 'property note', 'street note', 'community note')
      const noted = async (who: string) =>
        (await timelineOf(number, who)).filter(({ kind }) => kind === 'noted').length
      const seen = ['resident', 'property', 'manager', 'street', 'community'].map(noted)
      expect(await Promise.all(seen)).toEqual([0, 1, 1, 2, 2])
    })
  })

  describe('who is told', () => {
    const inbox = async (who: string) =>
      (await (await app.as(who)).send(messages.list, {})).body.items.map(
        ({ title }) => title.split('：')[1],
      )

    test('its filer, of every change they wait for; its handler, of what the filer does', async () => {
      const number = await takenTo(app, 4)
      await wait(0)
      expect((await inbox('resident')).sort()).toEqual(['受理', '回复', '办完'].sort())
      expect(await inbox('property')).toEqual(['提出异议'])
      await wait(8 * DAY)
      await wait(0)
      expect(await inbox('resident')).toContain('逾期自动转街道')
      expect(await stateOf(number)).toBe('routed_street')
    })
  })

  describe('two at once', () => {
    test('confirming while the clock would move it up: the resolution stopped the clock', async () => {
      const number = await takenTo(app, 2)
      app.clock.advance(DAY)
      await act('resolve', await app.as('property'), number)
      app.clock.advance(30 * DAY)
      const [answer] = await Promise.all([
        act('confirm', await app.as('resident'), number),
        app.sweep(),
        app.sweep(),
      ])
      expect(answer.status).toBe(200)
      await wait(0)
      expect(await stateOf(number)).toBe('confirmed')
    })

    test('a case whose community changed its street goes on with the new one', async () => {
      const number = await filed(app, { direct: true })
      await go(app, number, 'street acceptAtStreet')
      await addOfficer(app, 'new_street', { scope: 'street', of: 'street-9', role: 'street' })
      const key = { pk: 'COMMUNITY#jinxiu', sk: 'PROFILE' }
      const item = await app.ports.table.get(key)
      if (!item) throw new Error('no community')
      await app.ports.table.put({
        ...item,
        version: item.version + 1,
        data: { ...(item.data as object), street: 'street-9', streetName: '新街道' },
        by1: { pk: 'STREET#street-9', sk: 'jinxiu' },
      })
      app.clock.advance(HOUR)
      expect(await act('recordOnsite', await app.as('street'), number)).toMatchObject({
        status: 404,
      })
      expect((await act('recordOnsite', await app.as('new_street'), number)).body.state).toBe(
        'onsite_verified',
      )
      const listed = await (
        await app.as('new_street')
      ).send(complaintAreas.ofStreet, { street: 'street-9' })
      expect(listed.body.items.map((card) => card.number)).toEqual([number])
    })
  })
})
