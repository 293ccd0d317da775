import fc from 'fast-check'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { act, file, SAID } from './complaints.fixture.ts'
import { demandWhole, foundIn, openTwins, type Twins } from './races.fixture.ts'
import type { StoredEvent } from './stored.ts'

const aStep = fc.record({
  which: fc.nat(2),
  what: fc.constantFrom(
    'property accept',
    'property reply',
    'property resolve',
    'resident dispute',
    'resident message',
    'resident urge',
    'street acceptAtStreet',
    'street recordOnsite',
    'resident toMediation',
    'street takeBack',
  ),
  hours: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 30 }),
    fc.constant(48),
    fc.constant(240),
  ),
  /** The power goes in the middle of a write. */
  fails: fc.boolean(),
})

type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never

const byClock = ({ kind, facts: { clock, due }, by }: StoredEvent) =>
  by || clock === undefined ? [] : [`${kind} ${clock} ${due}`]

describe.each(openTables)('two processes that sweep one store, over %s', (on, open) => {
  let app: Twins['app']
  let other: Twins['other']
  beforeAll(async () => {
    ;({ app, other } = await openTwins(open))
  })
  afterAll(() => app.close())

  const both = () => Promise.all([app.sweep(), other.sweep(), app.sweep()])

  const live = async ({ which, what, hours, fails }: Step, numbers: readonly string[]) => {
    app.clock.advance(hours * HOUR)
    const [who = '', name = ''] = what.split(' ')
    const said = name === 'recordOnsite' ? { when: app.clock.now.toISOString() } : {}
    const put = jest.spyOn(app.ports.table, 'put')
    if (fails) put.mockRejectedValueOnce(new Error('power cut'))
    await both()
    put.mockRestore()
    const by = await other.as(who)
    await Promise.all([act(name as keyof typeof SAID, by, numbers[which] ?? '', said), app.sweep()])
  }

  test('late, twice, at once, after days and broken off: each change once, and each told once', async () => {
    const movedUp: string[] = []
    const steps = fc.array(aStep, { minLength: 4, maxLength: on === 'level' ? 10 : 5 })
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        const numbers: string[] = []
        for (let n = 0; n < 3; n += 1) {
          numbers.push((await file(await app.as('resident'), { direct: n === 2 })).body.number)
        }
        await both()
        for (const step of some) await live(step, numbers)
        app.clock.advance(2 * DAY)
        for (let i = 0; i < 4; i += 1) await both()
        for (const number of numbers) {
          const found = await foundIn(app, number)
          demandWhole(found)
          const changes = found.events.flatMap(byClock)
          expect(changes).toEqual([...new Set(changes)])
          expect(found.stored.untold).toEqual([])
          movedUp.push(
            ...found.events.flatMap(({ kind }) => (kind === 'timed_out' ? [number] : [])),
          )
        }
      }),
      // A smaller example is not worth the minutes it takes.
      { numRuns: on === 'level' ? 3 : 1, endOnFailure: true },
    )
    const { body } = await (await app.as('resident')).send(messages.list, { limit: 100 })
    const told = body.items.filter(({ title }) => title.includes('逾期自动转街道'))
    expect(told.map(({ subject }) => subject.id).sort()).toEqual(movedUp.sort())
  })

  test('thirty that ran out in two days of downtime go up once each, and their filer hears of it once', async () => {
    const numbers: string[] = []
    const count = on === 'level' ? 30 : 8
    for (let n = 0; n < count; n += 1) {
      numbers.push((await file(await app.as('neighbour'))).body.number)
    }
    await both()
    app.clock.advance(2 * DAY)
    await both()
    await both()
    for (const number of numbers) {
      const { events } = await foundIn(app, number)
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'warned', 'breached', 'timed_out'])
    }
    const { body } = await (await app.as('neighbour')).send(messages.list, { limit: 100 })
    const told = body.items.filter(({ title }) => title.includes('逾期自动转街道'))
    expect(told).toHaveLength(count)
  })
})
