import * as z from '#shared/kernel/zod.ts'

/**
 * The life of a vote, A3.1 of the specification. `result_published` is its objection window; `no_quorum`, `annulled`
 * and `cancelled` are ends without a decision.
 */
export const VoteState = z.enum([
  'draft',
  'roll_published',
  'roll_frozen',
  'noticed',
  'open',
  'closed',
  'counted',
  'result_published',
  'final',
  'filed',
  'executed',
  'no_quorum',
  'annulled',
  'cancelled',
])
export type VoteState = z.infer<typeof VoteState>

/** In which mode it is held decides what a tap legally is. */
export const VoteMode = z.enum([
  'advisory',
  'paper_assisted',
  'official_external',
  'local_electronic',
])
export type VoteMode = z.infer<typeof VoteMode>

export const Choice = z.enum(['for', 'against', 'abstain'])
export type Choice = z.infer<typeof Choice>

export const ItemChoice = z.strictObject({ item: z.int().min(1), choice: Choice })
export type ItemChoice = z.infer<typeof ItemChoice>

export const MatterClass = z.enum(['ordinary', 'special'])
export type MatterClass = z.infer<typeof MatterClass>

/** What the rules of procedure make of owners who were served and did not answer: 建房〔2009〕274号 art. 26 ¶2. */
export const SilentPolicy = z.enum([
  'NOT_PARTICIPATING',
  'PARTICIPATES_AS_ABSTAIN',
  'FOLLOWS_MAJORITY',
])
export type SilentPolicy = z.infer<typeof SilentPolicy>

/** Who may not speak for an owner. */
export const ProxyExclusion = z.enum(['property_staff'])
export type ProxyExclusion = z.infer<typeof ProxyExclusion>
