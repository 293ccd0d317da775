import * as z from '#shared/kernel/zod.ts'

/** The life of a vote; later steps (objections, filing) are added between and after these. */
export const VoteState = z.enum([
  'draft',
  'roll_frozen',
  'noticed',
  'open',
  'closed',
  'counted',
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

export const MatterClass = z.enum(['ordinary', 'special'])
export type MatterClass = z.infer<typeof MatterClass>
