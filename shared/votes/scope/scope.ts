import * as z from '#shared/kernel/zod.ts'

/**
 * A part of the community a matter is about: a building as the register has it, or one entrance (单元) of it. Where a
 * matter is of some homes only (roof, lift, outer wall), their owners alone are the denominator: 民法典 §278 read with
 * the matter, e.g. 上海市住宅物业管理规定 art. 69.
 */
export const AskedPlace = z.strictObject({
  building: z.string().max(24),
  entrance: z.string().max(24).optional(),
})
export type AskedPlace = z.infer<typeof AskedPlace>

/** With the name people know it by, `3幢` or `3幢2单元`. */
export const ScopePlace = z.object({
  building: z.string(),
  entrance: z.string().optional(),
  name: z.string(),
})
export type ScopePlace = z.infer<typeof ScopePlace>

/** What a vote may be about: a building with its entrances; `homes` are units other than parking. */
export const VotePlace = z.object({
  building: z.string(),
  name: z.string(),
  homes: z.int(),
  entrances: z.array(z.object({ entrance: z.string(), name: z.string(), homes: z.int() })),
})
export type VotePlace = z.infer<typeof VotePlace>

/** What an owner, and a list, is told of it; the places for whoever changes it. */
export const VoteScope = z.object({ places: z.array(ScopePlace), sentence: z.string() })
export type VoteScope = z.infer<typeof VoteScope>
