import type { Calendar } from '#shared/clocks/calendar.ts'
import type { Clock } from '#shared/clocks/clock.ts'
import type { ClockName, ClockRule, OfficeHours } from '#shared/clocks/rule.ts'
import { startClock } from '#shared/clocks/run.ts'
import { ending, type Life } from './life.ts'
import { STATES, type ComplaintState } from './states.ts'

/** By what clocks begin: the community's periods for this category, and which days are worked. */
export interface Terms {
  readonly calendar: Calendar
  readonly rules: Readonly<Partial<Record<ClockName, ClockRule>>>
  /** Of offices that keep business hours; the property is there day and night. */
  readonly officeHours?: OfficeHours | undefined
}

const OFFICES_CLOCKS: readonly ClockName[] = [
  'street_accept',
  'onsite',
  'street_handling',
  'joint_meeting',
  'review',
]

/** The clocks that begin when it comes into a state; none before the content check let it through. */
export function clocksBeginning(
  life: Life,
  to: ComplaintState,
  at: Date,
  terms: Terms,
): readonly Clock[] {
  if (!life.opened) return []
  const left = ending(life, to, at)
  return begun(left, STATES[to].starts, at, terms)
}

/**
 * Filed before there were clocks, it has those of its state, each with its full period from now on: what nobody was
 * told of runs out for nobody. None where one ever ran.
 */
export function clocksOfFormer(life: Life, now: Date, terms: Terms): readonly Clock[] {
  const { state, opened, clocks, disputes } = life
  if (!opened || clocks.length > 0) return []
  const { starts, keeps } = STATES[state]
  const names = [...new Set([...starts, ...keeps])]
  // Disputed, it had been answered.
  const due = names.filter((name) => name !== 'first_reply' || disputes === 0)
  return begun(clocks, due, now, terms)
}

/** These clocks anew, each with its full period; not one that runs. */
export const begun = (
  clocks: readonly Clock[],
  names: readonly ClockName[],
  at: Date,
  { rules, calendar, officeHours }: Terms,
): readonly Clock[] =>
  names.flatMap((name) => {
    const rule = rules[name]
    if (!rule) return []
    const hours = OFFICES_CLOCKS.includes(name) ? officeHours : undefined
    const started = startClock(clocks, { name, rule, officeHours: hours }, at, calendar)
    return started.ok ? started.value.clocks.slice(-1) : []
  })
