import { Clock, Clocks, PauseReason } from '#shared/clocks/clock.ts'
import { ClockName } from '#shared/clocks/rule.ts'
import { tick } from '#shared/clocks/tick.ts'
import { stopClock } from '#shared/clocks/run.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { EventKind, type Viewer } from './acts.ts'
import { ComplaintState, LEVELS, STATES, type Level } from './states.ts'

/** S2 工作要求（三）: it truly cannot be solved at this level, or it is outside this level's remit. */
export const Finding = z.enum(['WITHIN_REMIT_UNSOLVABLE', 'OUTSIDE_REMIT'])
export type Finding = z.infer<typeof Finding>

/** Why a street does not accept it. `outside_remit` can be asked for, and is always refused: it goes on. */
export const DeclineReason = z.enum([
  'nothing_to_check',
  'decided_by_court',
  'settled_before',
  'outside_remit',
])
export type DeclineReason = z.infer<typeof DeclineReason>

export const Verdict = z.enum(['done', 'not_done'])
export type Verdict = z.infer<typeof Verdict>

/** What an event says besides words and photos. */
export const Facts = z.object({
  /** The state it led to; without it, it stayed as it was. */
  to: ComplaintState.optional(),
  /** Clocks that began or changed with it, as they then were. */
  set: z.array(Clock).optional(),
  /** Of a clock's event, or of what is paused. */
  clock: ClockName.optional(),
  due: z.string().optional(),
  /** By the machine: how late, in whole minutes. */
  lateMinutes: z.int().optional(),
  finding: Finding.optional(),
  /** The sequence number of the recorded finding an escalation rests on. */
  findingSeq: z.int().optional(),
  approver: z.string().optional(),
  who: z.string().optional(),
  when: z.string().optional(),
  where: z.string().optional(),
  reason: DeclineReason.optional(),
  pause: PauseReason.optional(),
  department: z.string().optional(),
  heldOn: z.string().optional(),
  attendees: z.string().optional(),
  responsible: z.string().optional(),
  dueOn: z.string().optional(),
  caseNumber: z.string().optional(),
  body: z.string().optional(),
  /** The complaint it was merged into. */
  into: z.string().optional(),
  /** Where it stood when it was merged, and which clocks ran. */
  from: z.object({ state: ComplaintState, clocks: z.array(ClockName) }).optional(),
  verdict: Verdict.optional(),
  /** Said by a person without an account, written down by an officer. */
  forFiler: z.boolean().optional(),
})
export type Facts = z.infer<typeof Facts>

export interface Said {
  readonly text?: string | undefined
  readonly photos?: readonly string[] | undefined
  readonly voice?: string | undefined
  readonly rating?: number | undefined
  readonly facts: Facts
}

const LevelName = z.enum(LEVELS)

/** Everything that decides what may happen next. Its events alone give it: see `replay`. */
export const Life = z.object({
  filedAt: z.string(),
  state: ComplaintState,
  level: LevelName,
  /** Goes straight past the property, by its category or by the filer's wish. */
  direct: z.boolean(),
  /** The content check let it through: from then on clocks run. */
  opened: z.boolean(),
  /** Of the latest event; the filing itself is 0. */
  lastSeq: z.int(),
  disputes: z.int(),
  clocks: Clocks,
  finding: z.object({ level: LevelName, kind: Finding, seq: z.int() }).optional(),
  resolvedAt: z.string().optional(),
  /** Persons who said that it is done. */
  resolvers: z.array(z.string()),
  reminders: z.array(z.string()),
  reviews: z.array(z.object({ person: z.string(), verdict: Verdict })),
  urgedOn: z.string().optional(),
  breaches: z.array(z.object({ clock: ClockName, level: LevelName, due: z.string() })),
  mergedInto: z.string().optional(),
  /** Where it stood when it was merged, to come back to. */
  mergedFrom: z.object({ state: ComplaintState, clocks: z.array(ClockName) }).optional(),
})
export type Life = z.infer<typeof Life>

/** One thing that happened. Without `person` the clock did it. */
export interface LifeEvent {
  readonly seq: number
  readonly at: string
  readonly kind: EventKind
  readonly person?: string | undefined
  readonly facts: Facts
}

/** What decides about an act besides the complaint: who, when, and what was looked up for it. */
export interface Acting extends Viewer {
  readonly person: string
  readonly at: Date
  readonly number: string
  /** Departments of the routing table. */
  readonly departments: readonly string[]
  /** The complaint it is to be merged into, at the end of all merges; `undefined` where there is none. */
  readonly target?:
    { readonly number: string; readonly filedAt: string; readonly isOpen: boolean } | undefined
}

export const begin = (filedAt: string, direct: boolean): Life => ({
  filedAt,
  state: 'submitted',
  level: direct ? 'street' : 'property',
  direct,
  opened: false,
  lastSeq: 0,
  disputes: 0,
  clocks: [],
  resolvers: [],
  reminders: [],
  reviews: [],
  breaches: [],
})

/** The life after an event. Pure: what was decided stands in the event, and is not decided again. */
export function step(life: Life, event: LifeEvent): Life {
  const entered = enter(life, event)
  const change = CHANGES[event.kind]
  return { ...entered, ...change?.(entered, event), lastSeq: event.seq }
}

/** From its filing on; equal to the life as it was stored step by step. */
export const replay = (
  { filedAt, direct }: Pick<Life, 'filedAt' | 'direct'>,
  events: readonly LifeEvent[],
): Life => events.reduce(step, begin(filedAt, direct))

function enter(life: Life, { at, facts: { to, set = [] } }: LifeEvent): Life {
  const time = new Date(at)
  const clocks = withClocks(tick(life.clocks, time).clocks, set)
  if (to === undefined || to === life.state) return { ...life, clocks: [...clocks] }
  return {
    ...life,
    state: to,
    level: STATES[to].level ?? life.level,
    // A finding is of one level: it does not carry past it.
    ...(STATES[to].level !== undefined && STATES[to].level !== life.level
      ? { finding: undefined }
      : {}),
    clocks: withClocks(ending(life, to, time), set),
  }
}

/** The clocks once those have ended that the new state does not keep. */
export const ending = ({ clocks }: Life, to: ComplaintState, at: Date): Clock[] => {
  const over = new Set(
    clocks
      .filter(({ name, state }) => state !== 'stopped' && !STATES[to].keeps.includes(name))
      .map(({ name }) => name),
  )
  return [...over].reduce<Clock[]>(
    (all, name) => [...stopClock(all, name, at).clocks],
    [...tick(clocks, at).clocks],
  )
}

const withClocks = (clocks: readonly Clock[], set: readonly Clock[]): Clock[] => {
  const isSame = (a: Clock) => (b: Clock) => a.name === b.name && a.round === b.round
  return [
    ...clocks.map((clock) => set.find(isSame(clock)) ?? clock),
    ...set.filter((clock) => !clocks.some(isSame(clock))),
  ]
}

type Change = (life: Life, event: LifeEvent) => Partial<Life>

const CHANGES: Readonly<Partial<Record<EventKind, Change>>> = {
  opened: () => ({ opened: true }),
  disputed: ({ disputes }) => ({ disputes: disputes + 1, reviews: [] }),
  resolved: ({ resolvers }, { at, person }) => ({
    resolvedAt: at,
    reminders: [],
    resolvers: person === undefined ? resolvers : [...new Set([...resolvers, person])],
  }),
  declined: ({ resolvers }, { person }) => ({
    resolvers: person === undefined ? resolvers : [...new Set([...resolvers, person])],
  }),
  found: ({ level }, { seq, facts: { finding } }) =>
    finding === undefined ? {} : { finding: { level, kind: finding, seq } },
  // One finding, one step up.
  escalated: () => ({ finding: undefined }),
  reminded: ({ reminders }, { at }) => ({ reminders: [...reminders, at] }),
  reviewed: ({ reviews }, { person, facts: { verdict } }) =>
    person === undefined || verdict === undefined
      ? {}
      : { reviews: [...reviews, { person, verdict }] },
  urged: (_life, { at }) => ({ urgedOn: dayOf(new Date(at)) }),
  breached: breached,
  merged: (_life, { facts: { into, from } }) => ({ mergedInto: into, mergedFrom: from }),
  came_back: () => ({ mergedInto: undefined, mergedFrom: undefined }),
}

function breached({ breaches, level }: Life, { facts: { clock, due } }: LifeEvent): Partial<Life> {
  return clock === undefined || due === undefined
    ? {}
    : { breaches: [...breaches, { clock, level, due }] }
}

/** Its words and photos, as far as one level's: for who looks from above. */
export const hasBreached = ({ breaches }: Pick<Life, 'breaches'>, level: Level): boolean =>
  breaches.some((breach) => breach.level === level)
