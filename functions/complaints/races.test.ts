import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { act, filed, get, takenTo } from './complaints.fixture.ts'
import { codesOf, demandWhole, foundIn, openTwins, type Twins } from './races.fixture.ts'

const ROUNDS = 4

describe.each(openTables)('two who act on one complaint at once, over %s', (_, open) => {
  let app: Twins['app']
  let other: Twins['other']
  beforeEach(async () => {
    ;({ app, other } = await openTwins(open))
  })
  afterEach(() => app.close())

  const kindsOf = async (number: string) => {
    const found = await foundIn(app, number)
    demandWhole(found)
    return found.events.map(({ kind }) => kind)
  }
  const seenOf = async (number: string) =>
    (await get(await app.as('resident'), number)).body.lastSeq

  test('two clerks in two processes: one of them did it, the other is told who and what', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const number = await takenTo(app, 1)
      const seen = await seenOf(number)
      const answers = await Promise.all([
        act('resolve', await app.as('property'), number, { seen }),
        act('reply', await other.as('colleague'), number, { seen, text: '另派人来。' }),
      ])
      expect(codesOf(answers)).toEqual(['complaints.changed_meanwhile', 'done'])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.detail).toMatch(/^物业客服 (刘\*刚刚“办完”|周\*刚刚“回复”)，请看过再办。/)
      expect((await kindsOf(number)).slice(2)).toHaveLength(1)
    }
  })

  test('without having seen anything, the rules alone decide: one takes it on, the other is told that it is', async () => {
    const number = await filed(app)
    const answers = await Promise.all([
      act('accept', await app.as('property'), number),
      act('accept', await other.as('colleague'), number),
    ])
    expect(codesOf(answers)).toEqual(['complaints.already_accepted', 'done'])
    expect(await kindsOf(number)).toEqual(['opened', 'accepted'])
  })

  test('one clerk who taps twice did it once', async () => {
    const number = await takenTo(app, 1)
    const once = { key: 'tapped-twice' }
    const answers = await Promise.all([
      act('reply', await app.as('property'), number, {}, once),
      act('reply', await other.as('property'), number, {}, once),
    ])
    expect(codesOf(answers)).toEqual(['done', 'done'])
    expect(await kindsOf(number)).toEqual(['opened', 'accepted', 'replied'])
  })

  test('what four say at once is said four times', async () => {
    const number = await takenTo(app, 1)
    const [resident, property] = [await app.as('resident'), await other.as('property')]
    const said: Promise<{ readonly status: number }>[] = []
    for (let n = 0; n < 4; n += 1) {
      const by = n % 2 === 0 ? resident : property
      said.push(act('message', by, number, { text: `第 ${n} 句` }))
    }
    expect((await Promise.all(said)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await kindsOf(number)).filter((kind) => kind === 'said')).toHaveLength(4)
  })

  describe('a person and the clock', () => {
    test('confirming in the moment of a reminder: it is confirmed, and nothing reminds of it again', async () => {
      const number = await takenTo(app, 3)
      const seen = await seenOf(number)
      app.clock.advance(5 * DAY)
      const [answer] = await Promise.all([
        act('confirm', await app.as('resident'), number, { seen }),
        app.sweep(),
        other.sweep(),
      ])
      expect(answer.status).toBe(200)
      app.clock.advance(20 * DAY)
      await app.sweep()
      const kinds = await kindsOf(number)
      expect(kinds.filter((kind) => kind === 'reminded').length).toBeLessThanOrEqual(1)
      expect(kinds.at(-1)).toBe('confirmed')
    })

    test('confirming while the community worker closes it: one of them ends it, the other is told which', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const number = await takenTo(app, 3)
        for (let i = 0; i < 3; i += 1) {
          app.clock.advance(5 * DAY)
          await app.sweep()
        }
        const seen = await seenOf(number)
        const closing = act('closeUnanswered', await other.as('community'), number, { seen })
        const confirming = act('confirm', await app.as('resident'), number, { seen })
        const answers = await Promise.all(
          round % 2 === 0 ? [closing, confirming] : [confirming, closing],
        )
        expect(codesOf(answers)).toEqual(['complaints.changed_meanwhile', 'done'])
        const ends = (await kindsOf(number)).filter(
          (kind) => kind === 'confirmed' || kind === 'closed_unanswered',
        )
        expect(ends).toHaveLength(1)
      }
    })

    test('withdrawing while the clock moves it up: the filer is told, looks, and may still', async () => {
      const number = await filed(app)
      const seen = await seenOf(number)
      app.clock.advance(DAY)
      const [first] = await Promise.all([
        act('withdraw', await app.as('resident'), number, { seen }),
        app.sweep(),
        other.sweep(),
      ])
      expect(first).toMatchObject({ status: 409, code: 'complaints.changed_meanwhile' })
      expect(first.detail).toContain('逾期自动转街道')
      const again = { seen: await seenOf(number) }
      expect((await act('withdraw', await app.as('resident'), number, again)).body.state).toBe(
        'withdrawn',
      )
      const kinds = await kindsOf(number)
      expect(kinds.filter((kind) => kind === 'timed_out')).toHaveLength(1)
    })

    test.each([
      ['a minute before it is due', 23 * HOUR + 59 * 60_000, 'accepted', 'done'],
      ['in the moment it is due', DAY, 'timed_out', 'complaints.past_property'],
    ] as const)('taken on %s, with sweeps at the same time', async (_when, after, kind, code) => {
      const number = await filed(app)
      app.clock.advance(after)
      const [answer] = await Promise.all([
        act('accept', await app.as('property'), number),
        app.sweep(),
        other.sweep(),
      ])
      expect(codesOf([answer])).toEqual([code])
      await app.sweep()
      expect((await kindsOf(number)).at(-1)).toBe(kind)
    })
  })
})
