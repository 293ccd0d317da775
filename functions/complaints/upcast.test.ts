import { complaints, type ComplaintState } from '#shared/complaints/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Item } from '../platform/table/table.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, get } from './complaints.fixture.ts'
import { foundIn, HERE } from './races.fixture.ts'

const AT = (minute: number) => `2026-11-20T03:${String(minute).padStart(2, '0')}:00.000Z`
const FILER = { person: 'resident', role: 'owner', name: '张**' }
const CLERK = { person: 'property', role: 'property', name: '刘*' }
const PASSED = { state: 'passed' }
const MADE = { id: 'made-before', request: 'x'.repeat(43) }
const OPEN = ['submitted', 'accepted', 'replied', 'disputed']

const event = (seq: number, kind: string, by: Readonly<Record<string, string>> = CLERK) => ({
  seq,
  at: AT(seq),
  kind,
  by,
  photos: [],
  check: PASSED,
  madeBy: MADE,
  ...(kind === 'replied' && { text: '师傅明天上午到。' }),
  ...(kind === 'resolved' && { text: '已换好。' }),
  ...(kind === 'disputed' && { text: '又响了。' }),
  ...(kind === 'confirmed' && { rating: 4 }),
})

/** Item by item what the product wrote before there were clocks and a ladder. */
function formerItems(
  n: number,
  state: ComplaintState,
  kinds: readonly string[],
  moved = 0,
): Item[] {
  const number = publicNumber('JX', new Uint8Array(32).fill(n), 0)
  const pk = `COMPLAINT#jinxiu#${number}`
  const events = kinds.map((kind, i) =>
    event(i + 1, kind, kind === 'disputed' || kind === 'confirmed' ? FILER : CLERK),
  )
  const [filedAt, changedAt] = [AT(0), AT(kinds.length)]
  const stage = OPEN.includes(state) ? 'open' : 'done'
  const told = {
    number,
    category: 'lift',
    state,
    filedAt,
    changedAt,
  }
  return [
    {
      pk,
      sk: 'STATE',
      version: 1 + kinds.length,
      v: 1,
      data: {
        ...told,
        community: 'jinxiu',
        text: '2 号电梯一直异响，老人不敢坐。',
        place: { kind: 'building', building: '1幢' },
        photos: [],
        filedBy: FILER,
        disputes: kinds.filter((kind) => kind === 'disputed').length,
        check: PASSED,
        lastSeq: kinds.length,
        events: events.slice(moved),
        releases: [],
        madeBy: MADE,
      },
      card: { ...told, summary: '2 号电梯一直异响，老人不敢坐。', place: '1幢', held: false },
      by1: {
        pk: `Q#jinxiu#${stage}`,
        sk: `${stage === 'done' ? changedAt : filedAt}#${number}`,
      },
      by2: { pk: 'MINE#jinxiu#resident', sk: `${filedAt}#${number}` },
    },
    ...events.slice(0, moved).map((one) => ({
      pk,
      sk: `EVT#${String(one.seq).padStart(4, '0')}`,
      version: 1,
      v: 1,
      data: one,
    })),
  ]
}

const TAKEN = ['accepted', 'replied']
const AGAIN = [...TAKEN, 'resolved', 'disputed']
const LIVES = [
  ['submitted', [], 'property accept', 'accepted'],
  ['accepted', ['accepted'], 'property reply', 'replied'],
  ['replied', TAKEN, 'property resolve', 'resolved'],
  ['resolved', [...TAKEN, 'resolved'], 'resident confirm', 'confirmed'],
  ['resolved', [...TAKEN, 'resolved'], 'resident dispute', 'disputed'],
  ['disputed', AGAIN, 'property accept', 'accepted'],
  // Its second dispute: what stands in the events of the former format counts.
  ['resolved', [...AGAIN, 'accepted', 'resolved'], 'resident dispute', 'review'],
  ['submitted', [], 'resident route', 'routed_street'],
  ['replied', TAKEN, 'resident withdraw', 'withdrawn'],
] as const satisfies readonly (readonly [ComplaintState, readonly string[], string, string])[]

describe.each(openTables)('complaints stored in the former format, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeAll(async () => {
    app = await openTestAppOn(open)
  })
  afterAll(() => app.close())

  let n = 0
  const stored = async (state: ComplaintState, kinds: readonly string[], moved = 0) => {
    const items = formerItems((n += 1), state, kinds, moved)
    for (const item of items) await app.ports.table.put({ ...item, version: 1 })
    return (items[0]?.data as { number: string }).number
  }

  test.each(LIVES)('%s after %j: read, then %s', async (state, kinds, step, next) => {
    const number = await stored(state, kinds, Math.max(0, kinds.length - 3))
    const [who = '', name = ''] = step.split(' ')
    const by = await app.as(who)
    const { status, body } = await get(by, number)
    expect(status).toBe(200)
    expect(body).toMatchObject({ number, state, checked: true, channel: 'APP', cosigns: 0 })
    expect(body.timeline.map(({ kind }) => kind)).toEqual(['filed', ...kinds])
    expect(body.filedBy).toEqual({ role: '业主', name: '张**' })

    const done = await act(name as 'accept', by, number, { seen: body.lastSeq })
    expect([done.status, done.body.state]).toEqual([200, next])
    const [last, before] = [...done.body.timeline].reverse()
    // Whoever comes to it first finds that its clocks begin with that.
    const began = state === 'resolved' ? 0 : 1
    expect(last?.seq).toBe(kinds.length + began + 1)
    if (began === 1) expect(before?.kind).toBe('clocks_begun')
    await app.sweep()
    const found = await foundIn(app, number)
    expect((await app.ports.table.get({ pk: `COMPLAINT#jinxiu#${number}`, sk: 'STATE' }))?.v).toBe(
      2,
    )
    expect(found.stored.life.lastSeq).toBe(kinds.length + began + 1)
  })

  test.each([
    ['submitted', [], ['first_reply', 'resolve']],
    ['accepted', ['accepted'], ['first_reply', 'resolve']],
    ['replied', TAKEN, ['resolve']],
    ['disputed', AGAIN, ['resolve']],
    ['accepted', [...AGAIN, 'accepted'], ['resolve']],
  ] as const)(
    '%s after %j: nobody has to act for the sweep to begin its clocks, each with its full period',
    async (state, kinds, clocks) => {
      const fresh = await openTestAppOn(open)
      const [item] = formerItems((n += 1), state, kinds)
      if (!item) throw new Error('no item')
      const number = (item.data as { number: string }).number
      // Long before: measured from its filing everything would be over.
      fresh.clock.advance(60 * DAY)
      await fresh.ports.table.put({ ...item, version: 1 })
      await Promise.all([fresh.sweep(), fresh.sweep()])
      await fresh.sweep()
      const { life } = (await foundIn(fresh, number)).stored
      const live = life.clocks.filter((clock) => clock.state !== 'stopped')
      expect(live.map(({ name }) => name)).toEqual(clocks)
      expect(live.every(({ startedAt }) => startedAt === fresh.clock.now.toISOString())).toBe(true)
      expect([life.state, life.breaches, life.lastSeq]).toEqual([state, [], kinds.length + 1])
      // From then on like any other.
      for (let i = 0; i < 2; i += 1) {
        fresh.clock.advance(10 * DAY)
        await fresh.sweep()
      }
      expect((await foundIn(fresh, number)).stored.life.state).toBe('routed_street')
      await fresh.close()
    },
  )

  test('one that was resolved has its filer reminded, one that was confirmed its end of keeping', async () => {
    const fresh = await openTestAppOn(open)
    const numbers = []
    for (const [state, kinds] of [
      ['resolved', [...TAKEN, 'resolved']],
      ['confirmed', [...TAKEN, 'resolved', 'confirmed']],
    ] as const) {
      const [item] = formerItems((n += 1), state, kinds)
      if (item) await fresh.ports.table.put({ ...item, version: 1 })
      numbers.push((item?.data as { number: string }).number)
    }
    await fresh.sweep()
    const wakes = numbers.map(async (number) => {
      const key = { pk: `COMPLAINT#jinxiu#${number}`, sk: 'STATE' }
      return (await fresh.ports.table.get(key))?.wake?.sk.slice(0, 10)
    })
    expect(await Promise.all(wakes)).toEqual(['2026-11-25', '2029-11-20'])
    await fresh.close()
  })

  test('they are listed beside those of today, to their filer, the property and the neighbours', async () => {
    const number = await stored('replied', TAKEN)
    const mine = await (await app.as('resident')).send(complaints.mine, { ...HERE, limit: 50 })
    const queue = await (await app.as('property')).send(complaints.queue, { ...HERE, limit: 50 })
    const seen = await (await app.as('neighbour')).send(complaints.publicList, HERE)
    for (const { status, body } of [mine, queue, seen]) {
      expect(status).toBe(200)
      const items: readonly { readonly number: string }[] = body.items
      expect(items.map((card) => card.number)).toContain(number)
    }
  })

  test('a neighbour joins one, and it is counted', async () => {
    const number = await stored('replied', TAKEN)
    const neighbour = await app.as('neighbour')
    expect((await neighbour.send(complaints.cosign, { ...HERE, number })).status).toBe(200)
    app.clock.advance(10_000)
    await app.sweep()
    expect((await get(await app.as('resident'), number)).body.cosigns).toBe(1)
  })
})
