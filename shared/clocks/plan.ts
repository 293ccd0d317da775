import { HOUR } from '#shared/kernel/calendar.ts'
import type { Calendar } from './calendar.ts'
import type { Clock, Moment } from './clock.ts'
import { deadline, type Deadline } from './deadline.ts'
import type { ClockRule, Warning } from './rule.ts'
import { checkAfter } from './tick.ts'

type Kind =
  | { readonly kind: 'warned'; readonly warning: Warning }
  | { readonly kind: 'breached' | 'escalated' }

export const momentsOf = ({ warnings, escalatesAfterHours }: ClockRule): readonly Kind[] => [
  ...warnings.map((warning) => ({ kind: 'warned', warning }) as const),
  { kind: 'breached' },
  ...(escalatesAfterHours === undefined ? [] : [{ kind: 'escalated' } as const]),
]

/** The clock with its deadline, and what is yet to happen, computed by the calendar at hand. */
export function replanned(
  clock: Clock,
  calendar: Calendar,
  now: Date,
  moments: readonly Kind[] = clock.pending,
): Clock {
  const { due, provisional } = dueOf(clock, clock.rule.amount, calendar)
  const pending = moments
    .flatMap((moment) => timed(moment, clock, due, calendar, now))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return {
    ...clock,
    due: due.toISOString(),
    provisional,
    pending,
    checkAt: provisional ? checkAfter(now) : undefined,
  }
}

function dueOf(clock: Clock, amount: number, calendar: Calendar): Deadline {
  const { rule, startedAt, officeHours, pauses } = clock
  const ended = pauses.flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: Date.parse(from), to: Date.parse(to) }],
  )
  return deadline({ ...rule, amount }, new Date(startedAt), calendar, officeHours, ended)
}

/** Nothing happens before what made it happen: a time that is past by now is now. */
function timed(
  moment: Kind,
  clock: Clock,
  due: Date,
  calendar: Calendar,
  now: Date,
): readonly Moment[] {
  const after = (time: number): string => new Date(Math.max(time, now.getTime())).toISOString()
  if (moment.kind !== 'warned') {
    const { kind } = moment
    const late = kind === 'breached' ? 0 : (clock.rule.escalatesAfterHours ?? 0)
    return [{ kind, at: after(due.getTime() + late * HOUR) }]
  }
  const { warning } = moment
  const time = warningTime(warning, clock, due, calendar)
  // A warning at the very start, or no earlier than the breach, tells nobody anything.
  if (time <= Date.parse(clock.startedAt) || time >= due.getTime()) return []
  return [{ kind: 'warned', at: after(time), warning }]
}

function warningTime(warning: Warning, clock: Clock, due: Date, calendar: Calendar): number {
  if (warning.kind === 'before') return due.getTime() - warning.hours * HOUR
  const { unit, amount } = clock.rule
  const half = unit === 'hour' ? amount / 2 : Math.floor(amount / 2)
  return half === 0 ? 0 : dueOf(clock, half, calendar).due.getTime()
}
