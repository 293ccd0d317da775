import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { KINDS, STEPS } from './kinds.ts'
import { ACTS, EVENTS, STATES } from './rules.ts'

/** Nothing of persons: what everybody of the community may know. */
export const EmergencyCard = z.object({
  emergency: z.string(),
  kind: z.enum(KINDS),
  place: z.string(),
  state: z.enum(STATES),
  /** Who reported it is a resident or the committee, and nobody has confirmed it. */
  unverified: z.boolean(),
  reportedAt: Instant,
  /** Nobody confirmed it in time: the district knows. */
  late: z.boolean(),
  expectedAt: Instant.optional(),
  restoredAt: Instant.optional(),
})
export type EmergencyCard = z.infer<typeof EmergencyCard>

const Review = { cause: text(2, 1_000), done: text(2, 1_000), changes: text(2, 1_000) }

export const Emergency = EmergencyCard.extend({
  mine: z.boolean(),
  /** Each time that was named for it to be over, the latest last. */
  expected: z.array(z.object({ at: Instant, until: Instant, text: z.string().optional() })),
  review: z.object({ cause: z.string(), done: z.string(), changes: z.string() }).optional(),
  /** Why it was put aside: for who reported it and who is in charge, as are the words and photos. */
  dismissedFor: z.string().optional(),
  note: z.string().optional(),
  photos: z
    .array(
      z.object({
        photo: z.string(),
        state: z.enum(['checking', 'passed', 'refused']),
        url: z.string().optional(),
      }),
    )
    .optional(),
  /** What this person may do now; `tick` a step of the checklist. */
  acts: z.array(z.enum([...ACTS, 'tick'])),
  /** For who is in charge. `by` is role and masked name. */
  ticks: z
    .array(
      z.object({
        step: z.enum(STEPS),
        at: Instant,
        by: z.string(),
        mine: z.boolean(),
      }),
    )
    .optional(),
  events: z
    .array(
      z.object({
        seq: z.int(),
        at: Instant,
        kind: z.enum(EVENTS),
        by: z.string().optional(),
        text: z.string().optional(),
        until: Instant.optional(),
      }),
    )
    .optional(),
})
export type Emergency = z.infer<typeof Emergency>

const PATH = '/communities/:community/emergencies'
const one = { community: Id, emergency: Id }
const words = text(0, 300).optional()
const listing = { stage: z.enum(['live', 'past']).default('live'), ...paging }

export const emergencies = contract({
  report: {
    method: 'POST',
    path: PATH,
    summary: 'One tap: something happens now; property, community office and street are told',
    access: 'emergency:report',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      kind: z.enum(KINDS),
      place: text(1, 60),
      note: text(0, 500).optional(),
      photos: z.array(Id).max(3).default([]),
    }),
    output: Emergency,
  },
  list: {
    method: 'GET',
    path: PATH,
    summary: 'What happens (`live`) or is over (`past`), latest first; unconfirmed only in charge',
    access: 'emergency:read',
    input: z.strictObject({ community: Id, ...listing }),
    output: pageOf(EmergencyCard),
  },
  get: {
    method: 'GET',
    path: `${PATH}/:emergency`,
    summary: 'One of them; who did what only for who is in charge',
    access: 'emergency:read',
    input: z.strictObject(one),
    output: Emergency,
  },
  confirm: {
    method: 'POST',
    path: `${PATH}/:emergency/confirm`,
    summary: 'It is so; where it is may be put right',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, place: text(1, 60).optional() }),
    output: Emergency,
  },
  dismiss: {
    method: 'POST',
    path: `${PATH}/:emergency/dismiss`,
    summary: 'It is not so, and why',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: text(5, 300) }),
    output: Emergency,
  },
  handle: {
    method: 'POST',
    path: `${PATH}/:emergency/handle`,
    summary: 'Somebody is at it',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: words }),
    output: Emergency,
  },
  expect: {
    method: 'POST',
    path: `${PATH}/:emergency/expect`,
    summary: 'When it should be over; said again where that changes',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, until: Instant, text: words }),
    output: Emergency,
  },
  tick: {
    method: 'POST',
    path: `${PATH}/:emergency/tick`,
    summary: 'A step of the checklist is done, or was not',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, step: z.enum(STEPS), done: z.boolean().default(true) }),
    output: Emergency,
  },
  restore: {
    method: 'POST',
    path: `${PATH}/:emergency/restore`,
    summary: 'It is over',
    access: 'emergency:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: words }),
    output: Emergency,
  },
  review: {
    method: 'POST',
    path: `${PATH}/:emergency/review`,
    summary: 'What it came from, what was done, what changes',
    access: 'emergency:review',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, ...Review }),
    output: Emergency,
  },
})

const AreaCard = EmergencyCard.extend({ community: z.string(), communityName: z.string() })
export type EmergencyAreaCard = z.infer<typeof AreaCard>

export const emergencyAreas = contract({
  ofStreet: {
    method: 'GET',
    path: '/streets/:street/emergencies',
    summary: 'What happens in the communities of a street, or is over, latest first',
    access: 'emergency:area',
    input: z.strictObject({ street: Id, ...listing }),
    output: pageOf(AreaCard),
  },
  ofDistrict: {
    method: 'GET',
    path: '/districts/:district/emergencies',
    summary: 'What happens in the communities of a district, or is over, latest first',
    access: 'emergency:area',
    input: z.strictObject({ district: Id, ...listing }),
    output: pageOf(AreaCard),
  },
})
