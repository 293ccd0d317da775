import { complaints, type ComplaintState } from '#shared/complaints/contract.ts'
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
  /** Taking it on needs no look at what was before. */
  const seenIn = (name: string, seen: number | undefined) => (name === 'accept' ? {} : { seen })
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

    const done = await act(name as 'accept', by, number, seenIn(name, body.lastSeq))
    expect([done.status, done.body.state]).toEqual([200, next])
    expect(done.body.timeline.map(({ seq }) => seq)).toEqual(
      Array.from({ length: kinds.length + 2 }, (_none, i) => i),
    )
    await app.sweep()
    const found = await foundIn(app, number)
    expect((await app.ports.table.get({ pk: `COMPLAINT#jinxiu#${number}`, sk: 'STATE' }))?.v).toBe(
      2,
    )
    expect(found.stored.life.lastSeq).toBe(kinds.length + 1)
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
