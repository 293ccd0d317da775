import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** The raster a signature is drawn on, whatever the screen: wide as a name is. */
export const PAD = { width: 1_000, height: 600 } as const

/** Strokes in the order they were drawn, each `x, y, x, y…` from the upper left; bounds are judged by `isSignature`. */
export const Strokes = z.array(z.array(z.int().min(0).max(PAD.width)).max(8_000)).max(1_000)
export type Strokes = z.infer<typeof Strokes>

/** A voter's own signature under a ballot of theirs. */
export const MySignature = z.object({ at: Instant, strokes: Strokes })
export type MySignature = z.infer<typeof MySignature>
