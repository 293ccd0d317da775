import { complaints } from '#shared/complaints/contract.ts'
import { HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { personsIn } from '../people/repository.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, LIFT, takenTo } from './complaints.fixture.ts'

describe.each(openTables)('what happens to complaints by the clock, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  /** Numbers in a queue. */
  const queue = async (who: string, stage: 'open' | 'done' | 'held' = 'open') => {
    const client = await app.as(who)
    const { body } = await client.send(complaints.queue, { community: 'jinxiu', stage })
    return body.items.map(({ number }) => number)
  }
  /** Who of these finds it. */
  const whoSees = async (number: string) => {
    const seers = []
    for (const who of ['resident', 'neighbour', 'property', 'manager', 'community', 'street']) {
      if ((await get(await app.as(who), number)).status === 200) seers.push(who)
    }
    return seers.join(' ')
  }
  const fileAs = async (who: string, rest = {}) => (await file(await app.as(who), rest)).body.number

  describe('the content check', () => {
    test('asks about the text and the words of the place, in the name of the filer', async () => {
      await fileAs('resident', { place: { kind: 'common', area: '东门岗亭' } })
      await app.sweep()
      await app.sweep()
      expect(app.weixin.asked).toEqual([
        { openid: 'openid-resident', content: `${LIFT.text}\n东门岗亭`, scene: 'comment' },
      ])
    })

    test('until it has passed only the filer sees it, in no queue', async () => {
      const number = await fileAs('resident')
      expect(await whoSees(number)).toBe('resident')
      expect([await queue('property'), await queue('community', 'held')]).toEqual([[], []])
      await app.sweep()
      expect(await whoSees(number)).toBe('resident property manager community street')
      expect(await queue('property')).toEqual([number])
      expect((await get(await app.as('resident'), number)).body.checked).toBe(true)
    })

    test.each(['review', 'risky'] as const)(
      '%s is held for the community office, which lets it through',
      async (verdict) => {
        app.weixin.answer = verdict
        const number = await fileAs('resident')
        await app.sweep()
        expect(await whoSees(number)).toBe('resident community street')
        expect([await queue('property'), await queue('community', 'held')]).toEqual([[], [number]])
        expect(await act('accept', await app.as('property'), number)).toMatchObject({
          status: 404,
          code: 'complaints.not_found',
        })

        const office = await app.as('community')
        const { body } = await get(office, number)
        expect(body).toMatchObject({ checked: false, held: true })
        expect(body.acts[0]).toBe('release')
        const released = await act('release', office, number, {}, { key: 'release-1' })
        expect(released.body).toMatchObject({ checked: true, held: false })
        expect(released.body.acts).not.toContain('release')
        // The same request again is the same release; another one finds nothing held.
        expect(await act('release', office, number, {}, { key: 'release-1' })).toMatchObject({
          status: 200,
        })
        expect(await act('release', office, number)).toMatchObject({
          code: 'complaints.nothing_held',
        })
        expect(await queue('property')).toEqual([number])
        expect(await queue('community', 'held')).toEqual([])
      },
    )

    test('the property does not list what is held', async () => {
      const property = await app.as('property')
      expect(
        await property.send(complaints.queue, { community: 'jinxiu', stage: 'held' }),
      ).toMatchObject({ status: 403, code: 'complaints.not_office' })
    })

    test.each(['weixin.unreachable', 'weixin.busy', 'weixin.user_away'] as const)(
      '%s: it is asked again, ever more slowly, and passes once WeChat answers',
      async (refusal) => {
        app.weixin.answer = refusal
        const number = await fileAs('resident')
        await app.sweep()
        for (const [minutes, asked] of [
          [0, 1],
          [1, 2],
          [4, 2],
          [1, 3],
          [15, 4],
          [29, 4],
        ] as const) {
          app.clock.advance(minutes * MINUTE)
          await app.sweep()
          expect(app.weixin.asked).toHaveLength(asked)
        }
        expect(await whoSees(number)).toBe('resident')
        app.weixin.answer = 'pass'
        app.clock.advance(MINUTE)
        await app.sweep()
        expect(await queue('property')).toEqual([number])
      },
    )

    test('after a day without a verdict the community office has it', async () => {
      app.weixin.answer = 'weixin.unreachable'
      const number = await fileAs('resident')
      for (let hour = 0; hour < 24; hour += 1) {
        await app.sweep()
        expect(await queue('community', 'held')).toEqual([])
        app.clock.advance(HOUR)
      }
      await app.sweep()
      expect(await queue('community', 'held')).toEqual([number])
      expect(await whoSees(number)).toBe('resident community street')
    })

    test('a filer without a WeChat account is as one who is away', async () => {
      const { ports } = app
      await personsIn(ports.table).add('accountless', {
        name: '没有微信',
        grants: [],
        homes: [{ unit: '1-1-106', areaCenti: 8_957, relation: 'owner', community: 'jinxiu' }],
      })
      const number = await fileAs('accountless')
      expect(await app.sweep()).toEqual({ visited: 1, failed: 0 })
      expect(app.weixin.asked).toEqual([])
      app.clock.advance(24 * HOUR)
      await app.sweep()
      expect(await queue('street', 'held')).toEqual([number])
    })

    test('the reason of a dispute is withheld, not the dispute; held, the office lets it through', async () => {
      const number = await takenTo(app, 3)
      app.weixin.answer = 'risky'
      const [resident, property] = [await app.as('resident'), await app.as('property')]
      const { body } = await act('dispute', resident, number)
      expect(body.timeline.at(-1)).toMatchObject({ text: '今天又响了。', withheld: false })

      const disputeFor = async (who: string) => {
        const event = (await get(await app.as(who), number)).body.timeline.at(-1)
        return { kind: event?.kind, text: event?.text, withheld: event?.withheld }
      }
      const withheld = { kind: 'disputed', text: undefined, withheld: true }
      const shown = { kind: 'disputed', text: '今天又响了。', withheld: false }
      expect(await disputeFor('property')).toEqual(withheld)
      expect(await disputeFor('community')).toEqual(withheld)
      await app.sweep()
      expect(app.weixin.asked.at(-1)?.content).toBe('今天又响了。')
      expect(await disputeFor('property')).toEqual(withheld)
      expect(await disputeFor('community')).toEqual(shown)

      // It is back in the property's queue all the while, marked.
      const { body: open } = await property.send(complaints.queue, { community: 'jinxiu' })
      expect(open.items).toMatchObject([{ number, state: 'disputed', held: true }])
      await act('release', await app.as('street'), number)
      expect(await disputeFor('property')).toEqual(shown)
    })

    test('staff answer for their words: nobody is asked about a reply', async () => {
      const number = await filed(app)
      const property = await app.as('property')
      await act('accept', property, number)
      await act('reply', property, number)
      await app.sweep()
      expect(app.weixin.asked).toHaveLength(1)
    })
  })

  test('events are moved out of the state, and the complaint is still whole', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    for (let i = 1; i <= 40; i += 1) {
      const { status } = await act('reply', property, number, { text: `第 ${i} 条回复` })
      expect(status).toBe(200)
      if (i % 10 === 0) await app.sweep()
    }
    const { items } = await app.ports.table.query(`COMPLAINT#jinxiu#${number}`)
    expect(items).toHaveLength(43)
    const state = items.find(({ sk }) => sk === 'STATE')
    expect(state?.data).toMatchObject({ events: [], untold: [], life: { lastSeq: 42 } })
    // What is next is the warning of its clock.
    expect(state?.wake?.sk).toMatch(/^2026-11-30T16:00:00.000Z/)

    const { timeline } = (await get(await app.as('resident'), number)).body
    expect(timeline.map(({ seq }) => seq)).toEqual(Array.from({ length: 43 }, (_none, i) => i))
    expect(timeline.at(-1)?.text).toBe('第 40 条回复')
  })

  test('replies up to the most a timeline takes, of the longest kind, fit even when the sweep never runs', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    const text = '𠮷'.repeat(2_000)
    const codes = []
    for (let i = 0; i < 60; i += 1) {
      codes.push((await act('reply', property, number, { text })).code)
    }
    expect(codes.filter((code) => code === undefined)).toHaveLength(57)
    expect(codes.at(-1)).toBe('complaints.too_many_replies')
    await act('resolve', property, number, { text })
    expect((await get(property, number)).body.timeline).toHaveLength(61)
  })

  test('a repeated request is known after its event was moved', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    await act('reply', property, number, {}, { key: 'first-reply' })
    for (let i = 0; i < 6; i += 1) await act('reply', property, number)
    await app.sweep()
    const again = await act('reply', property, number, {}, { key: 'first-reply' })
    expect(again).toMatchObject({ status: 200 })
    expect(again.body.timeline).toHaveLength(10)
  })

  test('a sweep that runs twice at once moves nothing twice', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    for (let i = 0; i < 8; i += 1) await act('reply', property, number)
    const swept = await Promise.all([app.sweep(), app.sweep(), app.sweep()])
    expect(swept.map(({ failed }) => failed)).toEqual([0, 0, 0])
    expect((await get(property, number)).body.timeline).toHaveLength(11)
  })
})
