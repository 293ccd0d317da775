import { calendarOf } from './calendar.ts'
import { at } from './clocks.fixture.ts'
import type { Clocks, Ticked } from './clock.ts'
import type { ClockRule } from './rule.ts'
import { pauseClock, resumeClock, startClock, stopClock } from './run.ts'
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
