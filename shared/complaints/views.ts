import { PauseReason } from '#shared/clocks/clock.ts'
import { ClockName } from '#shared/clocks/rule.ts'
import { Day, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { Category } from './categories.ts'
import { ComplaintAct, EventKind } from './rules/acts.ts'
import { DeclineReason, Finding, Verdict } from './rules/life.ts'
import { ComplaintState, LEVELS } from './rules/states.ts'

/** `url` only once the viewer may see the photo; until then `checking`. */
export const PhotoView = z.object({
  photo: z.string(),
  state: z.enum(['checking', 'passed', 'refused']),
  url: z.string().optional(),
})
export type PhotoView = z.infer<typeof PhotoView>

/** `url` only once the viewer may hear it; `seconds` as soon as they are known. */
export const VoiceView = z.object({
  voice: z.string(),
  state: z.enum(['checking', 'passed', 'refused']),
  url: z.string().optional(),
  seconds: z.int().optional(),
})
export type VoiceView = z.infer<typeof VoiceView>

/** Who acted, as others may see it: a role and a masked name; the clock has neither. */
const Actor = z.object({ role: z.string(), name: z.string() })

/** What an event says besides words and photos. */
const EventFacts = z.object({
  to: ComplaintState.optional(),
  clock: ClockName.optional(),
  due: z.string().optional(),
  lateMinutes: z.int().optional(),
  finding: Finding.optional(),
  approver: z.string().optional(),
  who: z.string().optional(),
  when: z.string().optional(),
  where: z.string().optional(),
  reason: DeclineReason.optional(),
  pause: PauseReason.optional(),
  department: z.string().optional(),
  heldOn: Day.optional(),
  attendees: z.string().optional(),
  responsible: z.string().optional(),
  dueOn: Day.optional(),
  caseNumber: z.string().optional(),
  body: z.string().optional(),
  into: z.string().optional(),
  verdict: Verdict.optional(),
  forFiler: z.boolean().optional(),
})

/** One entry of the timeline. */
export const ComplaintEvent = z.object({
  seq: z.int(),
  at: Instant,
  kind: EventKind,
  by: Actor,
  text: z.string().optional(),
  photos: z.array(PhotoView),
  voice: VoiceView.optional(),
  rating: z.int().optional(),
  /** Of the filing: the helper who sent it in for the filer. */
  through: Actor.optional(),
  /** Words of the filer that have not passed the content check: others see neither text nor photos, and hear nothing. */
  withheld: z.boolean(),
  facts: EventFacts.optional(),
})
export type ComplaintEvent = z.infer<typeof ComplaintEvent>

/** Of complaints sent in by a helper: those I sent for others, or those sent for me before I used the app. */
export const AssistedSide = z.enum(['by_me', 'for_me'])
export type AssistedSide = z.infer<typeof AssistedSide>

/** A line of a list. */
export const ComplaintCard = z.object({
  number: z.string(),
  category: Category,
  /** The first 60 characters of the text. */
  summary: z.string(),
  place: z.string(),
  state: ComplaintState,
  filedAt: Instant,
  changedAt: Instant,
  /** Some words await the community office: the check wants a person to look, or gave no verdict in a day. */
  held: z.boolean(),
  /** `3幢`; absent where the place is a common area. */
  building: z.string().optional(),
  level: z.enum(LEVELS).optional(),
  /** When the clock that ends first is due. */
  dueAt: Instant.optional(),
  /** A clock of it stands still. */
  paused: z.boolean().optional(),
  /** Homes that joined in, at most ten seconds old. */
  cosigns: z.int().optional(),
  /** A helper sent it in for the filer, on record; name masked. */
  assistedBy: Actor.optional(),
})
export type ComplaintCard = z.infer<typeof ComplaintCard>

/** Who of the property has it; `me` is the one looking. */
export const Worker = Actor.extend({ me: z.boolean() })
export type Worker = z.infer<typeof Worker>

/** A line of what was sent in by a helper: for whom. */
export const AssistedCard = ComplaintCard.extend({ filedFor: Actor })
export type AssistedCard = z.infer<typeof AssistedCard>

/** A clock as everybody who may read the complaint sees it. */
export const ClockView = z.object({
  clock: ClockName,
  due: Instant,
  /** As it was before any pause. */
  firstDue: Instant,
  /** A year's holidays are not published yet. */
  provisional: z.boolean(),
  breached: z.boolean(),
  /** Passing it moves the complaint up by itself. */
  goesUp: z.boolean(),
  pausedFor: PauseReason.optional(),
  /** How often it was paused: whoever pauses to dodge it is seen. */
  pauses: z.int(),
})
export type ClockView = z.infer<typeof ClockView>

export const Complaint = ComplaintCard.extend({
  text: z.string(),
  photos: z.array(PhotoView),
  filedBy: Actor,
  mine: z.boolean(),
  /** The person looking sent it in for the filer, and still helps. */
  assisting: z.boolean().optional(),
  /** Until the platform's content check has passed, only the filer sees it; held, the community office too. */
  checked: z.boolean(),
  timeline: z.array(ComplaintEvent),
  acts: z.array(ComplaintAct),
  /** Disputes the person looking has left: the first reopens it, the second has it reviewed. */
  disputesLeft: z.int(),
  /** Clocks that run, stand still or have run out. */
  clocks: z.array(ClockView).optional(),
  /** The property is not told whose it is. */
  hidesName: z.boolean().optional(),
  /** Filed for a person without a phone: at the window, or by telephone. */
  channel: z.enum(['APP', 'WINDOW', 'PHONE']).optional(),
  /** Filed by an officer for a person without an account. */
  atWindow: z
    .object({
      by: Actor,
      /** The person has made it theirs by the code of their receipt. */
      claimed: z.boolean(),
      /** The receipt's code holds until then. */
      codeUntil: Instant.optional(),
      /** For the offices: where the person is told of what happens. */
      phone: z.string().optional(),
    })
    .optional(),
  /** From then on what nobody answered may be closed. */
  closableAt: Instant.optional(),
  mergedInto: z.string().optional(),
  /** Its filer has closed their account; the officer looking gave a ground. Nobody acts on it any more. */
  frozen: z.object({ until: Instant }).optional(),
  /** For the property alone: who of it has it. */
  worker: Worker.optional(),
  /** The latest event the person looking may know of; sent along with an act it shows what they had not seen. */
  lastSeq: z.int().optional(),
})
export type Complaint = z.infer<typeof Complaint>
