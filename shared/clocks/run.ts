import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Calendar } from './calendar.ts'
import { liveClock, type Clock, type Clocks, type PauseReason, type Ticked } from './clock.ts'
import { momentsOf, replanned } from './plan.ts'
import type { clockRefusals } from './refusals.ts'
import type { ClockName, ClockRule, OfficeHours } from './rule.ts'
import { tick } from './tick.ts'

export type ClockCode = Extract<
  keyof typeof clockRefusals,
  | 'clocks.already_running'
  | 'clocks.not_running'
  | 'clocks.already_paused'
  | 'clocks.not_paused'
  | 'clocks.already_breached'
  | 'clocks.too_many_pauses'
>

/** Pauses of one clock. */
export const MOST_PAUSES = 20

export interface Start {
  readonly name: ClockName
  readonly rule: ClockRule
  readonly officeHours?: OfficeHours | undefined
}

/** Starts a clock beside the others. What the others had to say by then comes out too, as with every act here. */
export function startClock(
  clocks: Clocks,
  { name, rule, officeHours }: Start,
  at: Date,
  calendar: Calendar,
): Decision<Ticked, 'clocks.already_running'> {
  if (liveClock(clocks, name)) return refuse('clocks.already_running')
  const startedAt = at.toISOString()
  const first: Clock = {
    name,
    round: clocks.filter((clock) => clock.name === name).length + 1,
    rule,
    ...(officeHours && { officeHours }),
    startedAt,
    state: 'running',
    due: startedAt,
    firstDue: startedAt,
    provisional: false,
    pauses: [],
    pending: [],
  }
  const planned = replanned(first, calendar, at, momentsOf(rule))
  const { clocks: others, events } = tick(clocks, at)
  return accept({ clocks: [...others, { ...planned, firstDue: planned.due }], events })
}

/** Time stands still for it until it is resumed. A breach cannot be undone by a pause. */
export function pauseClock(
  clocks: Clocks,
  name: ClockName,
  reason: PauseReason,
  at: Date,
): Decision<Ticked, ClockCode> {
  const ticked = tick(clocks, at)
  const clock = liveClock(ticked.clocks, name)
  if (!clock) return refuse('clocks.not_running')
  if (clock.state === 'breached') return refuse('clocks.already_breached')
  if (clock.state === 'paused') return refuse('clocks.already_paused')
  if (clock.pauses.length >= MOST_PAUSES) {
    return refuse('clocks.too_many_pauses', { most: MOST_PAUSES })
  }
  const from = at.toISOString()
  const pauses = [...clock.pauses, { reason, from, due: clock.due }]
  return accept(withOne(ticked, clock, { ...clock, state: 'paused', pauses }))
}

/** It goes on, due later by what was paused. */
export function resumeClock(
  clocks: Clocks,
  name: ClockName,
  at: Date,
  calendar: Calendar,
): Decision<Ticked, ClockCode> {
  const ticked = tick(clocks, at)
  const clock = liveClock(ticked.clocks, name)
  if (!clock) return refuse('clocks.not_running')
  if (clock.state !== 'paused') return refuse('clocks.not_paused')
  const ended: Clock = { ...clock, state: 'running', pauses: endedPauses(clock, at) }
  return accept(withOne(ticked, clock, replanned(ended, calendar, at)))
}

/** Nothing more comes of it. A clock that is not there is stopped already. */
export function stopClock(clocks: Clocks, name: ClockName, at: Date): Ticked {
  const ticked = tick(clocks, at)
  const clock = liveClock(ticked.clocks, name)
  return clock ? withOne(ticked, clock, stopped(clock, at)) : ticked
}

/** For a matter that is closed, goes to court or is withdrawn. */
export function stopAllClocks(clocks: Clocks, at: Date): Ticked {
  const ticked = tick(clocks, at)
  return {
    ...ticked,
    clocks: ticked.clocks.map((clock) => (clock.state === 'stopped' ? clock : stopped(clock, at))),
  }
}

/**
 * Computes provisional deadlines anew, now that a table may be there; all others are as they were. What was breached
 * stays so: somebody has acted on it.
 */
export const recompute = (clocks: Clocks, calendar: Calendar, now: Date): Clocks =>
  clocks.map((clock) =>
    clock.provisional && (clock.state === 'running' || clock.state === 'paused')
      ? replanned(clock, calendar, now)
      : clock,
  )

/** What to do first with clocks as stored: a table that came meanwhile counts before what has fallen due without it. */
export const advance = (clocks: Clocks, calendar: Calendar, now: Date): Ticked =>
  tick(recompute(clocks, calendar, now), now)

const withOne = ({ clocks, events }: Ticked, old: Clock, next: Clock): Ticked => ({
  events,
  clocks: clocks.map((clock) => (clock === old ? next : clock)),
})

function stopped(clock: Clock, at: Date): Clock {
  return {
    ...clock,
    state: 'stopped',
    pending: [],
    checkAt: undefined,
    pauses: endedPauses(clock, at),
    stoppedAt: at.toISOString(),
  }
}

/** Machines differ by moments: a pause never ends before it began. */
const endedPauses = ({ pauses }: Pick<Clock, 'pauses'>, at: Date): Clock['pauses'] =>
  pauses.map((pause) => {
    if (pause.to !== undefined) return pause
    const now = at.toISOString()
    return { ...pause, to: now > pause.from ? now : pause.from }
  })
