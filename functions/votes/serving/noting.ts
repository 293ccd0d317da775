import type { Vote } from '#shared/votes/contract.ts'
import { isTimeToServe } from '#shared/votes/serving/rules.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote } from '../stored.ts'
import { seenByApp } from './view.ts'

/** What this process has noted: the store is asked once for each home, not at every look. */
export interface Noted {
  readonly homes: Set<string>
}

const REMEMBERED = 20_000
export const nothingNoted = (): Noted => ({ homes: new Set() })

/** That an owner of these homes has opened the vote after its notice: the first time of each is on record. */
export async function noteRead(
  noted: Noted,
  { repository, now }: Pick<Call<Votes>, 'repository' | 'now'>,
  vote: FoundVote,
  { heads }: Pick<Vote, 'heads'>,
): Promise<void> {
  if (!isTimeToServe({ ...vote, countedAt: vote.counted?.at }, now).ok) return
  if (vote.closesAt !== undefined && now.getTime() > Date.parse(vote.closesAt)) return
  const log = repository.serving(vote)
  const own = heads.filter(({ actsFor }) => !actsFor).flatMap(({ units }) => units)
  for (const unit of own) {
    const name = `${repository.community} ${vote.vote} ${log.round} ${unit}`
    if (noted.homes.has(name)) continue
    await log.note(seenByApp(unit, 'read', now))
    if (noted.homes.size > REMEMBERED) noted.homes.clear()
    noted.homes.add(name)
  }
}
