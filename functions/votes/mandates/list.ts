import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { Call } from '../../platform/http/call.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { seenVote } from '../change-vote.ts'
import { partIn } from '../heads-view.ts'
import type { Votes } from '../repository.ts'
import { livePlaces } from './places.ts'
import { mandateView } from './view.ts'

/** What I gave, ended or not, and what I hold now. */
export async function listMine(
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.myMandates>,
): Promise<Output<typeof votes.myMandates>> {
  const { repository, person, now } = call
  const vote = await seenVote(call, id)
  const part = await partIn(call, vote)
  if (!part) return { given: [], held: [] }
  const heads = part.heads.map((head) => head.id)
  const { agent, given } = await repository.mandates.around(id, person, heads)
  const held = await livePlaces(repository.mandates, { vote: id, agent: person }, agent.held, now)
  const accepted = held.filter(({ mandate }) => mandate.accepted)
  return {
    given: given.flatMap(({ head, list }) =>
      list
        .filter(({ principal }) => part.selves.includes(principal))
        .map((one) => mandateView(part.roll, head, one, true)),
    ),
    held: accepted.map(({ place, mandate }) => mandateView(part.roll, place.head, mandate, true)),
    ...(vote.rules && { opinion: vote.rules.proxyOpinion }),
  }
}

const PAGE = 50

/** For the desk: who speaks for whom on paper and by phone, never what is to be said. */
export async function listMandates(
  call: Call<Votes>,
  { vote: id, limit = PAGE, cursor }: Input<typeof votes.mandates>,
): Promise<Output<typeof votes.mandates>> {
  const vote = await seenVote(call, id)
  if (vote.removal) throw new RefusedError('votes.records_gone')
  const roll = await call.repository.roll(vote)
  if (!roll) throw new RefusedError('votes.no_roll_yet')
  const page = await call.repository.mandates.page(id, { limit, ...(cursor && { cursor }) })
  return {
    items: page.items.flatMap(({ head, list }) =>
      list.map((one) => mandateView(roll, head, one, false)),
    ),
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  }
}
