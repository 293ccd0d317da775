import type { Timed } from '#shared/votes/rules/tick.ts'
import type { StoredVote } from './stored.ts'

/** What the clock asks of a stored vote. */
export const timed = (vote: StoredVote): Timed => ({ ...vote, countedAt: vote.counted?.at })
