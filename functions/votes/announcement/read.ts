import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { scopeNames } from '#shared/votes/scope/words.ts'
import type { Call } from '../../platform/http/call.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { seenVote } from '../change-vote.ts'
import { confirmationsView } from '../confirmations.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { resultOf } from '../result-of.ts'
import { resultView } from '../result-view.ts'
import { announcementPage } from './page.ts'

/** Everybody may print what is published; before that there is nothing to announce. */
export async function readAnnouncement(
  { places }: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.announcement>,
): Promise<Output<typeof votes.announcement>> {
  const vote = await seenVote(call, id)
  if (vote.state === 'cancelled') throw new RefusedError('votes.cancelled')
  const result = isResultPublic(vote) ? await resultOf(call.repository, vote) : undefined
  if (!result || !vote.roll) throw new RefusedError('votes.not_counted_yet')
  const [texts, community] = await Promise.all([
    call.repository.texts(vote),
    places.community(vote.community),
  ])
  return {
    name: `表决结果公告-${vote.title}.html`,
    html: announcementPage({
      communityName: community?.name ?? '',
      result: resultView(vote, result),
      items: vote.items.map(({ matter }, place) => ({ matter, text: texts[place] ?? '' })),
      roll: vote.roll,
      ...(vote.scope && { scope: scopeNames(vote.scope) }),
      confirmations: confirmationsView(vote),
      isAnnulled: vote.state === 'annulled',
    }),
  }
}
