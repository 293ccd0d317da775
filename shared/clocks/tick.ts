import { DAY } from '#shared/kernel/calendar.ts'
import type { Clock, ClockEvent, Clocks, Moment, Ticked } from './clock.ts'

/** Looked for once a day: the table comes once a year, and a case must not wait for it unnoticed. */
const CHECK_EVERY = DAY

/**
 * What has happened by `now`. Ticked late, twice or in any order, each event comes out once and with the same `at`,
 * because it leaves `pending` as it does.
 */
export function tick(clocks: Clocks, now: Date): Ticked {
  const time = now.toISOString()
  const ticked = clocks.map((clock) => tickOne(clock, time))
  return {
    clocks: ticked.map(({ clock }) => clock),
    events: ticked.flatMap(({ events }) => events).sort((a, b) => compare(a.at, b.at)),
  }
}

function tickOne(clock: Clock, now: string): { clock: Clock; events: readonly ClockEvent[] } {
  if (!isGoing(clock)) return { clock, events: [] }
  const happened = clock.pending.filter(({ at }) => at <= now)
  const breach = happened.find(({ kind }) => kind === 'breached')
  return {
    clock: {
      ...clock,
      ...(breach && { state: 'breached', breachedAt: breach.at }),
      pending: clock.pending.filter(({ at }) => at > now),
      ...(clock.checkAt !== undefined && { checkAt: nextCheck(clock.checkAt, now) }),
    },
    events: happened.map((moment) => eventOf(clock, moment)),
  }
}

/** Paused and stopped ones say nothing. */
const isGoing = ({ state }: Clock): boolean => state === 'running' || state === 'breached'

const nextCheck = (checkAt: string, now: string): string =>
  checkAt > now ? checkAt : checkAfter(new Date(now))

export const checkAfter = (now: Date): string => new Date(now.getTime() + CHECK_EVERY).toISOString()

function eventOf({ name, round, due, provisional }: Clock, moment: Moment): ClockEvent {
  const { kind, at } = moment
  const base = `${name}.${round}.${kind}`
  const common = { clock: name, round, kind, at, due, provisional }
  if (moment.kind !== 'warned') return { id: base, ...common }
  const { warning } = moment
  const which = warning.kind === 'half' ? 'half' : `before${warning.hours}`
  return { id: `${base}.${which}`, ...common, warning }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** When the sweep has to look again; `undefined` where nothing runs. */
export function nextWake(clocks: Clocks): Date | undefined {
  const times = clocks
    .filter(isGoing)
    .flatMap(({ pending, checkAt }) => [
      ...pending.map(({ at }) => at),
      ...(checkAt === undefined ? [] : [checkAt]),
    ])
  const [first] = times.sort(compare)
  return first === undefined ? undefined : new Date(first)
}
