import { Day, Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'

/**
 * How notice and ballot reached a home (送达): an owner opened the vote in the app; WeChat took a message to an owner;
 * paper before two witnesses; post.
 */
export const ServingWay = z.enum(['read', 'message', 'paper', 'post'])
export type ServingWay = z.infer<typeof ServingWay>

/** In what capacity somebody saw the paper being handed over. */
export const WitnessOffice = z.enum(['committee', 'community', 'building', 'neighbour', 'other'])
export type WitnessOffice = z.infer<typeof WitnessOffice>

/** Where the paper went: into whose hands, or at the door where nobody took it. */
export const HandedTo = z.enum(['owner', 'family', 'door'])
export type HandedTo = z.infer<typeof HandedTo>

export const Witness = z.strictObject({ name: text(2, 20), office: WitnessOffice })
export type Witness = z.infer<typeof Witness>

/** What an officer enters; what the app sees for itself it records itself. */
export const ServingProof = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('paper'),
    handedTo: HandedTo,
    witnesses: z.tuple([Witness, Witness]),
    /** What was handed over, or the door with the paper on it. */
    photos: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
      .min(1)
      .max(4),
  }),
  z.strictObject({ way: z.literal('post'), carrier: text(2, 20), tracking: text(5, 30) }),
])
export type ServingProof = z.infer<typeof ServingProof>

/** One proof; it never changes. What was wrong is struck out beside it, with a reason. */
export const Served = z.object({
  evidence: z.string(),
  unit: z.string(),
  way: ServingWay,
  /** Day in Shanghai on which it reached the home. */
  on: Day,
  recordedAt: Instant,
  /** Masked; absent where the app recorded it. */
  by: z.string().optional(),
  handedTo: HandedTo.optional(),
  witnesses: z.array(z.object({ name: z.string(), office: WitnessOffice })).optional(),
  photos: z.array(z.string()).optional(),
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  /** Whether it proves service by the vote's rules. */
  counts: z.boolean(),
  struck: z.object({ at: Instant, by: z.string(), reason: z.string() }).optional(),
})
export type Served = z.infer<typeof Served>

/** A home on the frozen roll as the serving desk sees it. Owners masked, in the roll's order. */
export const ServingUnit = z.object({
  unit: z.string(),
  owners: z.array(z.string()),
  served: z.boolean(),
  /** Ways there is a proof of that was not struck, whether or not it counts. */
  ways: z.array(ServingWay),
})
export type ServingUnit = z.infer<typeof ServingUnit>

/** How far service is, on both axes: a head is served with one of its homes. Areas in 0.01 m². */
export const ServingState = z.object({
  round: z.int(),
  /** Which ways prove service by the vote's rules. */
  accepted: z.array(ServingWay),
  units: z.object({ total: z.int(), served: z.int() }),
  heads: z.object({ total: z.int(), served: z.int() }),
  areaCenti: z.object({ total: z.int(), served: z.int() }),
  /** In their order; what stands in no building comes last, under ''. */
  buildings: z.array(z.object({ building: z.string(), units: z.int(), served: z.int() })),
})
export type ServingState = z.infer<typeof ServingState>
