import type { Witness } from '#shared/votes/serving/serving.ts'

/** Whoever walks through a building enters the same two witnesses at every door. */
export type Witnesses = readonly [Partial<Witness>, Partial<Witness>]
