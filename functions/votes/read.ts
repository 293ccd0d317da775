import { can } from '#shared/kernel/permissions.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { Standing, Turnout, VoteCard, votes } from '#shared/votes/contract.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import { isResultPublic, stateAt } from '#shared/votes/rules/life.ts'
import { selvesOf } from '#shared/votes/rules/standing.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { seenVote } from './change-vote.ts'
import { partIn, standingIn } from './heads-view.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { resultOf } from './result-of.ts'
import { resultView } from './result-view.ts'

const PAGE = 30

export async function listVotes(
  call: Call<Votes>,
  { limit = PAGE, cursor }: Input<typeof votes.list>,
): Promise<Output<typeof votes.list>> {
  const { repository, roles, now } = call
  const page = await repository.list(can(roles, 'vote:conduct'), {
    limit,
    ...(cursor !== undefined && { cursor }),
  })
  const cards = page.items.map((card) => ({ ...card, state: stateAt(card, now) }))
  const open = cards.filter(({ state }) => state === 'open').map(({ vote }) => vote)
  const standings = await standingsIn(call, open)
  const otherwise: Standing = selvesOf(call.homes).length > 0 ? 'not_open' : 'not_entitled'
  const items = cards.map((card): VoteCard => ({
    ...card,
    standing: standings.get(card.vote) ?? otherwise,
  }))
  return { items, ...(page.cursor !== undefined && { cursor: page.cursor }) }
}

async function standingsIn(
  call: Call<Votes>,
  open: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = await call.repository.findAll(open)
  const standings = found.map(async (vote) => {
    const part = await partIn(call, vote)
    const standing: Standing = part ? standingIn(vote, part, call.now) : 'not_open'
    return [vote.vote, standing] as const
  })
  return new Map(await Promise.all(standings))
}

export async function readTurnout(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.turnout>,
): Promise<Turnout> {
  const vote = await seenVote(call, id)
  const turnout = await shop.turnouts.of(call.repository, vote, call.now)
  if (!turnout) throw new RefusedError('votes.no_roll_yet')
  return turnout
}

export async function readResult(
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.result>,
): Promise<VoteResult> {
  const vote = await seenVote(call, id)
  if (vote.state === 'cancelled') throw new RefusedError('votes.cancelled')
  const result = isResultPublic(vote) ? await resultOf(call.repository, vote) : undefined
  if (!result) throw new RefusedError('votes.not_counted_yet')
  return resultView(vote, result)
}
