import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { ClockName, ClockRule, OfficeHours, Warning } from './rule.ts'

export const ClockState = z.enum(['running', 'paused', 'breached', 'stopped'])
export type ClockState = z.infer<typeof ClockState>

/** Why nobody could act: these are all there are. */
export const PauseReason = z.enum(['waiting_for_resident', 'material_ordered', 'in_court'])
export type PauseReason = z.infer<typeof PauseReason>

/** Without `to` it goes on. */
const Pause = z.object({
  reason: PauseReason,
  from: Instant,
  to: Instant.optional(),
  /** What was due when it began: one begun at the last moment shows. */
  due: Instant,
})
export type Pause = z.infer<typeof Pause>

/** Something that is yet to happen by a clock. */
export const Moment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warned'), at: Instant, warning: Warning }),
  z.object({ kind: z.literal('breached'), at: Instant }),
  z.object({ kind: z.literal('escalated'), at: Instant }),
])
export type Moment = z.infer<typeof Moment>

/**
 * A period that runs for somebody, kept inside the item of its matter. Everything the sweep needs is in it: what is yet
 * to happen stands in `pending` with its time, and what has happened no longer does.
 */
export const Clock = z.object({
  name: ClockName,
  /** 1 for the first of its name in a matter; a reopened matter starts the next. */
  round: z.int().min(1),
  rule: ClockRule,
  officeHours: OfficeHours.optional(),
  startedAt: Instant,
  state: ClockState,
  /** What is done at this instant is late. Of a paused clock: as it was when the pause began. */
  due: Instant,
  /** As it was before any pause. */
  firstDue: Instant,
  /** A year's table is missing: computed Monday to Friday until it is there. */
  provisional: z.boolean(),
  pauses: z.array(Pause),
  /** By time. */
  pending: z.array(Moment),
  /** Of a provisional one: when to look for the missing table again. */
  checkAt: Instant.optional(),
  breachedAt: Instant.optional(),
  stoppedAt: Instant.optional(),
})
export type Clock = z.infer<typeof Clock>

export const Clocks = z.array(Clock)
export type Clocks = readonly Clock[]

/** What a clock says, once. `at` is when it was to happen, however late the sweep was. */
export interface ClockEvent {
  /** Unique in its matter: `resolve.1.warned.half`. */
  readonly id: string
  readonly clock: ClockName
  readonly round: number
  readonly kind: Moment['kind']
  readonly at: string
  readonly due: string
  readonly provisional: boolean
  readonly warning?: Warning
}

/** The clocks as they now are, and what happened on the way. */
export interface Ticked {
  readonly clocks: Clocks
  readonly events: readonly ClockEvent[]
}

/** The one of this name that is not stopped. */
export const liveClock = (clocks: Clocks, name: ClockName): Clock | undefined =>
  clocks.find((clock) => clock.name === name && clock.state !== 'stopped')
