import { calendarOf } from './calendar.ts'
import { at } from './clocks.fixture.ts'
import type { Clocks, Ticked } from './clock.ts'
import type { ClockRule } from './rule.ts'
import {
  advance,
  MOST_PAUSES,
  pauseClock,
  recompute,
  resumeClock,
  startClock,
  stopAllClocks,
  stopClock,
} from './run.ts'
import { nextWake, tick } from './tick.ts'
import { YEAR_TABLES } from './years.ts'

const calendar = calendarOf(YEAR_TABLES)

const REPLY: ClockRule = {
  unit: 'hour',
  amount: 24,
  warnings: [{ kind: 'half' }],
  escalatesAfterHours: 0,
  source: '约定',
  confidence: 'ours',
}
const RESOLVE: ClockRule = {
  ...REPLY,
  unit: 'working_day',
  amount: 5,
  warnings: [{ kind: 'before', hours: 24 }],
}

const started = (rule: ClockRule, time: string): Clocks =>
  taken(startClock([], { name: 'resolve', rule }, at(time), calendar)).clocks

function taken(decision: ReturnType<typeof pauseClock>): Ticked {
  if (!decision.ok) throw new Error(decision.code)
  return decision.value
}

test('a clock warns, is breached and goes up, each once however late it is looked at', () => {
  const clocks = started(REPLY, '2026-11-24T10:00')
  expect(nextWake(clocks)).toEqual(at('2026-11-24T22:00'))
  const late = tick(clocks, at('2026-11-27T09:00'))
  expect(late.events.map(({ id, at: time }) => [id, time])).toEqual([
    ['resolve.1.warned.half', '2026-11-24T14:00:00.000Z'],
    ['resolve.1.breached', '2026-11-25T02:00:00.000Z'],
    ['resolve.1.escalated', '2026-11-25T02:00:00.000Z'],
  ])
  expect(tick(late.clocks, at('2026-11-27T09:01')).events).toEqual([])
  expect(nextWake(late.clocks)).toBeUndefined()
})

test('a pause moves what is due by the working days it took, and nothing falls due in it', () => {
  const clocks = started(RESOLVE, '2026-11-24T10:00')
  expect(clocks[0]?.due).toBe(at('2026-12-02T00:00').toISOString())
  const paused = taken(
    pauseClock(clocks, 'resolve', 'material_ordered', at('2026-11-27T17:00')),
  ).clocks
  expect(nextWake(paused)).toBeUndefined()
  expect(tick(paused, at('2027-01-04T10:00')).events).toEqual([])
  const [resumed] = taken(resumeClock(paused, 'resolve', at('2026-12-01T08:00'), calendar)).clocks
  expect(resumed?.due).toBe(at('2026-12-04T00:00').toISOString())
  expect(resumed?.firstDue).toBe(at('2026-12-02T00:00').toISOString())
})

test('what has fallen due before it was stopped has, though no sweep had come', () => {
  const stopped = stopClock(started(REPLY, '2026-11-24T10:00'), 'resolve', at('2026-11-25T12:00'))
  expect(stopped.events.map(({ kind }) => kind)).toEqual(['warned', 'breached', 'escalated'])
  expect(stopped.clocks[0]).toMatchObject({ state: 'stopped', pending: [] })
})

test('a warning that a pause ran over is given when it goes on, not before', () => {
  const clocks = started(RESOLVE, '2026-11-24T10:00')
  const paused = taken(
    pauseClock(clocks, 'resolve', 'waiting_for_resident', at('2026-11-30T12:00')),
  ).clocks
  // Two working-day ends were left of it, and two are.
  const resumed = taken(resumeClock(paused, 'resolve', at('2026-12-04T23:00'), calendar)).clocks
  expect(resumed[0]?.due).toBe(at('2026-12-08T00:00').toISOString())
  const short = started(
    { ...RESOLVE, warnings: [{ kind: 'before', hours: 72 }] },
    '2026-11-24T10:00',
  )
  const held = taken(pauseClock(short, 'resolve', 'in_court', at('2026-11-28T12:00'))).clocks
  const going = taken(resumeClock(held, 'resolve', at('2026-12-06T23:00'), calendar)).clocks
  const { events } = tick(going, at('2026-12-07T00:00'))
  expect(events.map(({ id, at: time }) => [id, time])).toEqual([
    ['resolve.1.warned.before72', at('2026-12-06T23:00').toISOString()],
  ])
})

test('what a table that comes late makes overdue is breached then, by the due time it has', () => {
  const guessing = calendarOf(YEAR_TABLES.slice(0, 2))
  const begun = taken(
    startClock([], { name: 'resolve', rule: RESOLVE }, at('2025-12-30T10:00'), guessing),
  )
  // Guessed: 31, 1, 2, 5, 6; by the notice 31, 4, 5, 6, 7.
  expect(begun.clocks[0]).toMatchObject({
    due: at('2026-01-07T00:00').toISOString(),
    provisional: true,
  })
  const { clocks, events } = advance(begun.clocks, calendar, at('2026-01-07T09:00'))
  expect([clocks[0]?.due, clocks[0]?.state]).toEqual([
    at('2026-01-08T00:00').toISOString(),
    'running',
  ])
  expect(events.map(({ kind }) => kind)).toEqual(['warned'])

  const worked = calendarOf([
    ...YEAR_TABLES.slice(0, 2),
    {
      ...YEAR_TABLES[2],
      year: 2026,
      off: [],
      worked: ['2026-01-03'],
      source: '',
      confidence: 'quoted',
    },
  ])
  const late = advance(begun.clocks, worked, at('2026-01-06T09:00'))
  expect(late.events.filter(({ kind }) => kind === 'breached')).toMatchObject([
    { at: at('2026-01-06T09:00').toISOString(), due: at('2026-01-06T00:00').toISOString() },
  ])
})

test('a breach stands, whatever table comes after it; a provisional clock that is only ticked still moves on', () => {
  const guessing = calendarOf(YEAR_TABLES.slice(0, 2))
  const { clocks } = taken(
    startClock([], { name: 'resolve', rule: RESOLVE }, at('2025-12-30T10:00'), guessing),
  )
  expect(nextWake(clocks)).toEqual(at('2025-12-31T10:00'))
  expect(nextWake(tick(clocks, at('2025-12-31T10:00')).clocks)).toEqual(at('2026-01-01T10:00'))
  const breached = tick(clocks, at('2026-01-07T09:00')).clocks
  expect(recompute(breached, calendar, at('2026-01-07T10:00'))).toEqual(breached)
})

describe('what is refused', () => {
  const running = started(RESOLVE, '2026-11-24T10:00')
  const paused = taken(pauseClock(running, 'resolve', 'in_court', at('2026-11-24T11:00'))).clocks
  const stopped = stopAllClocks(running, at('2026-11-24T11:00')).clocks
  const soon = at('2026-11-24T12:00')
  const late = at('2026-12-24T12:00')
  const start = (clocks: Clocks) =>
    startClock(clocks, { name: 'resolve', rule: REPLY }, soon, calendar)
  const pause = (clocks: Clocks, time = soon) => pauseClock(clocks, 'resolve', 'in_court', time)
  const resume = (clocks: Clocks) => resumeClock(clocks, 'resolve', soon, calendar)

  test.each([
    ['a second one of its name', () => start(running), 'clocks.already_running'],
    ['a second one beside a paused one', () => start(paused), 'clocks.already_running'],
    ['pausing what never ran', () => pause([]), 'clocks.not_running'],
    ['pausing what is stopped', () => pause(stopped), 'clocks.not_running'],
    ['pausing twice', () => pause(paused), 'clocks.already_paused'],
    [
      'pausing what is overdue, swept or not',
      () => pause(running, late),
      'clocks.already_breached',
    ],
    ['resuming what runs', () => resume(running), 'clocks.not_paused'],
    ['resuming what is stopped', () => resume(stopped), 'clocks.not_running'],
  ])('%s', (_, act, code) => {
    expect(act()).toMatchObject({ ok: false, code })
  })

  test('one pause more than a clock may have', () => {
    let clocks = running
    for (let n = 0; n < MOST_PAUSES; n += 1) {
      const time = soon.getTime() + n * 60_000
      clocks = taken(pauseClock(clocks, 'resolve', 'in_court', new Date(time))).clocks
      clocks = taken(resumeClock(clocks, 'resolve', new Date(time + 30_000), calendar)).clocks
    }
    expect(pauseClock(clocks, 'resolve', 'in_court', at('2026-11-24T20:00'))).toEqual({
      ok: false,
      code: 'clocks.too_many_pauses',
      params: { most: MOST_PAUSES },
    })
  })

  test('but stopped, it may start again as the next of its name', () => {
    const again = taken(start(stopped)).clocks
    expect(again.map(({ round, state }) => [round, state])).toEqual([
      [1, 'stopped'],
      [2, 'running'],
    ])
  })
})
