import type { ClockEvent } from '#shared/clocks/clock.ts'
import { recompute } from '#shared/clocks/run.ts'
import { nextWake, tick } from '#shared/clocks/tick.ts'
import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import type { EventKind } from './acts.ts'
import { REMINDERS, UNANSWERED_DAYS } from './guards.ts'
import { step, type Facts, type Life, type LifeEvent } from './life.ts'
import { isClosed, STATES } from './states.ts'
import { clocksBeginning, clocksOfFormer, type Terms } from './terms.ts'

export interface Settled {
  readonly life: Life
  readonly events: readonly LifeEvent[]
}

/** Days after a resolution at which its filer is reminded, and the least between two. Ours. */
const REMIND_AFTER = [5, 10] as const
const BETWEEN_REMINDERS = 3 * DAY

/**
 * What the clock has done by `now`, as events: each once, however late or often it is asked, because it leaves the
 * life as it comes out. A late one takes effect when it is written; when it was due stands in it.
 */
export function settle(before: Life, now: Date, terms: Terms): Settled {
  let settled: Settled = { life: before, events: [] }
  const happen = (kind: EventKind, facts: Facts): void => {
    const { life, events } = settled
    const event: LifeEvent = { seq: life.lastSeq + 1, at: now.toISOString(), kind, facts }
    settled = { life: step(life, event), events: [...events, event] }
  }
  if (isClosed(before.state)) return settled
  const first = clocksOfFormer(before, now, terms)
  if (first.length > 0) happen('clocks_begun', { set: [...first] })
  const anew = newlyComputed(before, now, terms)
  if (anew.length > 0) happen('recomputed', { set: [...anew] })
  for (const event of tick(settled.life.clocks, now).events) {
    const { life } = settled
    // What went up in between has stopped the others of its level.
    if (isLive(life, event)) byClock(event, life, now, terms, happen)
  }
  if (isReminderDue(settled.life, now)) happen('reminded', {})
  const { life, events } = settled
  // Where nothing happened, the clocks still know that a missing year's table was looked for.
  return { life: { ...life, clocks: [...tick(life.clocks, now).clocks] }, events }
}

/** The content check let it through: the office it belongs to can see it, and its clocks begin. */
export function openLife(life: Life, now: Date, terms: Terms): Settled {
  if (life.opened || isClosed(life.state)) return { life, events: [] }
  const to = life.state === 'submitted' && life.direct ? 'routed_street' : life.state
  const set = clocksBeginning({ ...life, opened: true }, to, now, terms)
  const facts: Facts = { ...(to !== life.state && { to }), set: [...set] }
  const event: LifeEvent = {
    seq: life.lastSeq + 1,
    at: now.toISOString(),
    kind: 'opened',
    facts,
  }
  return { life: step(life, event), events: [event] }
}

/** When the clock has to look again; `undefined` where nothing waits for it. */
export function wakeOf(life: Life): Date | undefined {
  if (isClosed(life.state)) return undefined
  const reminder = nextReminder(life)
  const wake = nextWake(life.clocks)
  if (!wake || !reminder) return wake ?? reminder
  return wake < reminder ? wake : reminder
}

function newlyComputed({ clocks }: Life, now: Date, { calendar }: Terms) {
  return recompute(clocks, calendar, now).filter((clock, i) => {
    const old = clocks[i]
    return old?.due !== clock.due || old.provisional !== clock.provisional
  })
}

const isLive = ({ clocks }: Life, { clock, round }: ClockEvent): boolean =>
  clocks.some((one) => one.name === clock && one.round === round && one.state !== 'stopped')

function byClock(
  { kind, clock, due }: ClockEvent,
  life: Life,
  now: Date,
  terms: Terms,
  happen: (kind: EventKind, facts: Facts) => void,
): void {
  if (kind === 'warned') {
    happen('warned', { clock, due })
    return
  }
  const lateMinutes = Math.max(0, Math.floor((now.getTime() - Date.parse(due)) / MINUTE))
  if (kind === 'breached') {
    happen('breached', { clock, due, lateMinutes })
    return
  }
  // A street's breach is shown to the district; the case moves on only by a finding (A1.1).
  if (STATES[life.state].owner !== 'property') return
  const set = clocksBeginning(life, 'routed_street', now, terms)
  happen('timed_out', { to: 'routed_street', clock, due, lateMinutes, set: [...set] })
}

function nextReminder({ state, resolvedAt, reminders }: Life): Date | undefined {
  const days = REMIND_AFTER[reminders.length]
  if (state !== 'resolved' || resolvedAt === undefined || days === undefined) return undefined
  const last = reminders[reminders.length - 1]
  const earliest = last === undefined ? 0 : Date.parse(last) + BETWEEN_REMINDERS
  return new Date(Math.max(Date.parse(resolvedAt) + days * DAY, earliest))
}

const isReminderDue = (life: Life, now: Date): boolean => {
  const at = nextReminder(life)
  return at !== undefined && at <= now
}

/** The instant from which the community worker may close what nobody answered, once reminded often enough. */
export const closableAt = ({ state, resolvedAt, reminders }: Life): Date | undefined =>
  state !== 'resolved' || resolvedAt === undefined || reminders.length < REMINDERS
    ? undefined
    : new Date(Date.parse(resolvedAt) + UNANSWERED_DAYS * DAY)
