import type { Input } from '#shared/kernel/route.ts'
import type { MyHead, votes } from '#shared/votes/contract.ts'
import {
  answersEveryItem,
  canCastAgain,
  canSpeakFor,
  isInTimeToWrite,
  isOpenToVoters,
} from '#shared/votes/rules/casting.ts'
import { canBeCastByTap } from '#shared/votes/rules/modes.ts'
import { isOnTheRoll } from '#shared/votes/rules/standing.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { seenVote } from './change-vote.ts'
import { headView, partIn, type Part } from './heads-view.ts'
import { actingOn } from './mandates/acting.ts'
import { castByMandate } from './mandates/cast.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import type { RollHead } from './roll.ts'
import { rulesOf } from './rules-of.ts'
import { signed } from './signing.ts'
import type { FrozenRules, StoredSubmission } from './stored.ts'

type Casting = Input<typeof votes.cast>

/** One ballot for one head, stamped when the request arrived. */
export async function castBallot(
  shop: VoteShop,
  call: Call<Votes>,
  casting: Casting,
): Promise<MyHead> {
  const { vote: id, head: headId, choices: answers, signature: strokes } = casting
  const vote = await seenVote(call, id)
  const [rules, part] = await Promise.all([rulesOf(shop, vote), partIn(call, vote)])
  const repeated = part && headOfRepetition(part, call)
  if (repeated) return headView(vote, rules, part, repeated, call.now)
  const held = part && (await actingOn(call, vote, rules, part, headId))
  if (held) return castByMandate(call, { vote, rules, part, ...held }, casting)

  accepted(canBeCastByTap(vote.mode, rules))
  accepted(isOpenToVoters(vote, call.now))
  if (!part) throw new RefusedError('votes.no_notice_yet')
  accepted(isOnTheRoll(part.heads.length, call.homes, vote.scope))
  const head = part.heads.find((one) => one.id === headId)
  if (!head) throw whyNotTheirs(part.roll.byId.get(headId), call)
  const voter = accepted(canSpeakFor(head, part.selves, part.roll.nameOf))
  const choices = accepted(answersEveryItem(vote.items.length, answers))
  accepted(canCastAgain(part.ballots.own(head.id).length, rules.revote))
  const signature = await signed(call, vote, rules, { head: head.id, strokes })
  await hand(call, rules, part, head, {
    voter,
    person: call.person,
    at: call.now.toISOString(),
    channel: 'electronic',
    choices: [...choices],
    ...(signature !== undefined && { signature }),
    madeBy: { id: call.key.id, request: call.key.request },
  })
  return headView(vote, rules, part, head, call.now)
}

/** Who helps at a home on record files for its owner; a vote takes a proxy in writing (物业管理条例 art. 12). */
function whyNotTheirs(head: RollHead | undefined, { helps }: Call<Votes>): RefusedError {
  const isHelped = head?.units.some((unit) => helps.some((one) => one.unit === unit)) === true
  return new RefusedError(isHelped ? 'votes.helper_needs_proxy' : 'votes.not_your_head')
}

/** The head for which the same request was cast before, whichever it names now. */
function headOfRepetition({ heads, ballots }: Part, { key }: Call<Votes>): RollHead | undefined {
  return heads.find(({ id }) => ballots.own(id).some(({ madeBy }) => isRepetition(madeBy, key)))
}

const hand = (
  { repository, now, key }: Call<Votes>,
  { revote }: FrozenRules,
  { ballots }: Part,
  { id }: RollHead,
  submission: StoredSubmission,
): Promise<void> =>
  ballots.append(id, (own) => {
    if (own.some(({ madeBy }) => isRepetition(madeBy, key))) return undefined
    accepted(canCastAgain(own.length, revote))
    accepted(isInTimeToWrite(now, repository.now()))
    return submission
  })
