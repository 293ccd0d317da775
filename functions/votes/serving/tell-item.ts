import * as z from '#shared/kernel/zod.ts'
import { wakeAt } from '../../platform/jobs/wake.ts'
import { ConflictError, type Item, type Key, type Table } from '../../platform/table/table.ts'
import type { StoredVote } from '../stored.ts'
import { roundOf } from './repository.ts'

// TELLVOTE#<community>#<vote> | TELL    whom of the roll to tell next, of the notice and then of the opening
//   wake                                the next homes, or the opening
export const TELL_KIND = 'TELLVOTE'
const FORMAT = 1
export const Telling = z.object({
  community: z.string(),
  vote: z.string(),
  /** Which notice it is about. */
  round: z.int(),
  begunAt: z.string(),
  stage: z.enum(['notice', 'opening']),
  next: z.int(),
})
export type Telling = z.infer<typeof Telling>

const keyOf = (community: string, vote: string): Key => ({
  pk: `${TELL_KIND}#${community}#${vote}`,
  sk: 'TELL',
})

export const tellingItem = (telling: Telling, version: number, wake: Date | undefined): Item => {
  const key = keyOf(telling.community, telling.vote)
  const woken = wake && { wake: wakeAt(key, wake) }
  return { version, v: FORMAT, data: telling, ...woken, ...key }
}

/** Before the notice itself is written: a crash in between tells nobody of what did not happen. */
export async function beginTelling(table: Table, vote: StoredVote, now: Date): Promise<void> {
  const round = roundOf(vote)
  const found = await table.get(keyOf(vote.community, vote.vote))
  const { community, vote: id } = vote
  const telling: Telling = {
    ...{ community, vote: id, round, begunAt: now.toISOString(), stage: 'notice', next: 0 },
  }
  await table.put(tellingItem(telling, (found?.version ?? 0) + 1, now)).catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })
}

/** Names the notice it is of, by which a message that WeChat took proves something. */
export const eventOf = (vote: string, round: number, stage: Telling['stage']): string =>
  `vote ${vote} ${round} ${stage}`
