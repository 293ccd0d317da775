import fc from 'fast-check'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { ComplaintAct } from './acts.ts'
import { actsFor } from './decide.ts'
import { actingAs, PEOPLE, START, Telling, TERMS, type Who } from './life.fixture.ts'
import { Life, replay, type Facts, type LifeEvent } from './life.ts'
import { settle, wakeOf } from './settle.ts'
import { ownerOf, STATES } from './states.ts'

type Act = Exclude<ComplaintAct, 'release'>
const ACTS = ComplaintAct.options.filter((act): act is Act => act !== 'release')

/** When it looks for a missing year's table is no part of what happened. */
const lived = (life: Life) => ({
  ...life,
  clocks: life.clocks.map((clock) => ({ ...clock, checkAt: undefined })),
})

const OFFICIAL: readonly Who[] = ['clerk', 'community', 'street', 'colleague', 'district']

/** Those who have a part in it come up more often. */
const aWho = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Who>('filer', ...OFFICIAL) },
  { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(PEOPLE) as Who[])) },
)
const aStep = fc.record({
  act: fc.constantFrom(...ACTS),
  /** Mostly one of the acts that are open to the person, so that lives grow long. */
  offered: fc.option(fc.nat(100), { freq: 3 }),
  who: aWho,
  wait: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 4 * 24 }),
    fc.integer({ min: 0, max: 500 }),
  ),
  finding: fc.constantFrom('WITHIN_REMIT_UNSOLVABLE', 'OUTSIDE_REMIT'),
  verdict: fc.constantFrom('done', 'not_done'),
  /** Where it is merged: whether the other one is given up. */
  givenUp: fc.boolean(),
})

const liveClocks = ({ clocks }: Life) => clocks.filter(({ state }) => state !== 'stopped')

function everyEscalationHasItsFinding(events: readonly LifeEvent[]): void {
  for (const { kind, seq, facts, at } of events) {
    if (kind === 'escalated') {
      const finding = events.find((one) => one.seq === facts.findingSeq)
      expect(finding?.kind).toBe('found')
      expect(finding?.facts.finding).toBe(facts.finding)
      // One finding carries one step.
      const rested = events.filter((one) => one.facts.findingSeq === facts.findingSeq)
      expect(rested.map((one) => one.seq)).toEqual([seq])
    }
    if (kind === 'timed_out') {
      expect(facts.clock).toBeDefined()
      expect(Date.parse(facts.due ?? '')).toBeLessThanOrEqual(Date.parse(at))
      expect(facts.lateMinutes).toBe(
        Math.floor((Date.parse(at) - Date.parse(facts.due ?? '')) / 60_000),
      )
    }
  }
}

function whatComesBackIsWhereItWas(events: readonly LifeEvent[], { filedAt, direct }: Life): void {
  const before = (seq: number) => replay({ filedAt, direct }, events.slice(0, seq - 1))
  for (const { seq, at } of events.filter(({ kind }) => kind === 'came_back')) {
    const [merged] = events
      .slice(0, seq - 1)
      .filter(({ kind }) => kind === 'merged')
      .slice(-1)
    const was = before(merged?.seq ?? 0)
    const is = replay({ filedAt, direct }, events.slice(0, seq))
    expect([is.state, is.level, is.finding]).toEqual([was.state, was.level, was.finding])
    expect(is.mergedInto).toBeUndefined()
    const names = (life: Life) => liveClocks(life).map(({ name }) => name)
    expect(names(is)).toEqual(names(was))
    expect(liveClocks(is).every((one) => one.startedAt === at && one.state === 'running')).toBe(
      true,
    )
  }
}

function somebodyAnswersForIt(life: Life): void {
  const { isClosed, keeps, starts } = STATES[life.state]
  expect(ownerOf(life.state) === 'nobody').toBe(isClosed)
  const allowed = [...keeps, ...starts]
  expect(liveClocks(life).filter(({ name }) => !allowed.includes(name))).toEqual([])
  if (isClosed) expect([liveClocks(life), wakeOf(life)]).toEqual([[], undefined])
}

test('whatever people and the clock do: an owner, no clock in what ended, a finding for each step up, and the events alone say it all', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.boolean(), fc.array(aStep, { minLength: 5, maxLength: 60 }), (direct, steps) => {
      const telling = new Telling(direct)
      for (const { act: any, offered, who, wait, finding, verdict, givenUp } of steps) {
        telling.wait(wait * HOUR)
        if (givenUp) telling.comeBack()
        // Asked again at the same moment, the clock has nothing more to say.
        expect(settle(telling.life, telling.now, TERMS).events).toEqual([])
        const open = actsFor(telling.life, false, actingAs(who, telling.now), TERMS) as Act[]
        const act = (offered === null ? undefined : open[offered % open.length]) ?? any
        const facts: Partial<Facts> =
          act === 'find' ? { finding: finding } : act === 'review' ? { verdict: verdict } : {}
        telling.try(act, who, facts)
        reached.add(telling.life.state)
        somebodyAnswersForIt(telling.life)
      }
      const { life, events } = telling
      everyEscalationHasItsFinding(events)
      whatComesBackIsWhereItWas(events, life)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, i) => i + 1))
      expect(lived(replay(life, events))).toEqual(lived(life))
      const stored = JSON.parse(JSON.stringify({ life, events })) as {
        life: Life
        events: LifeEvent[]
      }
      expect(Life.parse(stored.life)).toEqual(JSON.parse(JSON.stringify(life)))
      expect(lived(replay(stored.life, stored.events))).toEqual(lived(Life.parse(stored.life)))
    }),
    { numRuns: 250 },
  )
  // What cannot be reached is not tested: the walk gets nearly everywhere.
  expect(reached.size).toBeGreaterThanOrEqual(15)
})

describe('what the clock does alone', () => {
  const kinds = ({ events }: Telling): string =>
    events
      .slice(1)
      .map(({ kind }) => kind)
      .join(' ')

  test('a property that says nothing for a day loses it to the street, with the finding of the machine', () => {
    const telling = new Telling().wait(24 * HOUR - 1)
    expect(kinds(telling)).toBe('warned')
    telling.wait(1)
    expect(kinds(telling)).toBe('warned breached timed_out')
    expect(telling.events.at(-1)).toMatchObject({
      at: new Date(START.getTime() + DAY).toISOString(),
      facts: {
        to: 'routed_street',
        clock: 'first_reply',
        due: '2026-03-11T02:00:00.000Z',
        lateMinutes: 0,
      },
    })
    expect(telling.events.at(-1)?.person).toBeUndefined()
    expect(telling.life.level).toBe('street')
    expect(liveClocks(telling.life).map(({ name }) => name)).toEqual(['street_accept'])
  })

  test('after two days of downtime each happens once, and how late it was stands in it', () => {
    const telling = new Telling().wait(72 * HOUR)
    // The warning was due too: told late it says nothing, but that it was due is on record.
    expect(kinds(telling)).toBe('warned breached timed_out')
    expect(telling.events.at(-1)?.facts.lateMinutes).toBe(48 * 60)
    expect(telling.wait(0).events).toHaveLength(4)
  })

  test('the street’s breach is on record for the district, and moves nothing', () => {
    const telling = new Telling().do('route', 'filer').wait(30 * DAY)
    expect(telling.life.state).toBe('routed_street')
    expect(telling.life.breaches).toEqual([
      { clock: 'street_accept', level: 'street', due: '2026-03-11T16:00:00.000Z' },
    ])
  })

  test('its filer is reminded twice, and only then and after 15 days may it be closed', () => {
    const telling = new Telling().do('accept', 'clerk').do('resolve', 'clerk')
    telling.wait(15 * DAY)
    expect(telling.life.reminders).toHaveLength(1)
    expect(telling.try('close_unanswered', 'community')).toBe('! not_unanswered')
    telling.wait(3 * DAY)
    expect(telling.try('close_unanswered', 'community')).toBe('closed')
  })

  test('words before the check has passed run no clock', () => {
    const telling = new Telling()
    telling.life = { ...telling.life, opened: false, clocks: [] }
    telling.wait(30 * DAY)
    expect(telling.life.state).toBe('submitted')
  })

  test('a pause holds the deadline, and shows', () => {
    const telling = new Telling().do('accept', 'clerk').do('reply', 'clerk')
    const before = liveClocks(telling.life)[0]
    telling.do('pause', 'clerk').wait(20 * DAY)
    expect(telling.life.state).toBe('replied')
    telling.do('resume', 'clerk')
    const [clock] = liveClocks(telling.life)
    expect(clock?.firstDue).toBe(before?.due)
    expect(Date.parse(clock?.due ?? '')).toBeGreaterThan(Date.parse(before?.due ?? ''))
    expect(clock?.pauses).toHaveLength(1)
  })

  test('what was merged comes back where it was, with the full period again, when the other is given up', () => {
    const telling = new Telling().do('accept', 'clerk').wait(20 * HOUR)
    telling.do('merge', 'clerk').wait(60 * DAY)
    expect([telling.life.state, liveClocks(telling.life)]).toEqual(['merged', []])
    telling.comeBack()
    expect([telling.life.state, telling.life.level]).toEqual(['accepted', 'property'])
    const reply = liveClocks(telling.life).find(({ name }) => name === 'first_reply')
    expect(reply).toMatchObject({ round: 2, startedAt: telling.now.toISOString() })
    expect(Date.parse(reply?.due ?? '') - telling.now.getTime()).toBe(DAY)
    // Nothing of what happens to what is not merged.
    expect(telling.comeBack().events.filter(({ kind }) => kind === 'came_back')).toHaveLength(1)
    expect(telling.wait(DAY).life.state).toBe('routed_street')
  })

  test('in court when it was merged, it comes back without a clock', () => {
    const telling = new Telling().do('to_litigation', 'filer').do('merge', 'street').comeBack()
    expect([telling.life.state, liveClocks(telling.life)]).toEqual(['litigation', []])
  })

  test('court stops the clocks and does not close it', () => {
    const telling = new Telling().do('to_litigation', 'filer').wait(300 * DAY)
    expect([telling.life.state, liveClocks(telling.life)]).toEqual(['litigation', []])
    expect(telling.do('take_back', 'street').life.state).toBe('street_handling')
    expect(liveClocks(telling.life).map(({ name }) => name)).toEqual(['street_handling'])
  })
})
