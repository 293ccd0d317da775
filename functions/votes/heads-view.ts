import type { RefusalCode } from '#shared/api.ts'
import type { Decision, Params } from '#shared/kernel/decision.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import type { MyBallot, MyHead, Standing } from '#shared/votes/contract.ts'
import { voteRefusals } from '#shared/votes/refusals.ts'
import { ownWord } from '#shared/votes/counting/own-word.ts'
import { canCastAgain, canSpeakFor, isOpenToVoters } from '#shared/votes/rules/casting.ts'
import { canBeCastByTap } from '#shared/votes/rules/modes.ts'
import { isOnTheRoll, selvesOf, standingOf } from '#shared/votes/rules/standing.ts'
import type { Call } from '../platform/http/call.ts'
import type { VotersBallots } from './box.ts'
import type { Votes } from './repository.ts'
import type { RollHead, VotersRoll } from './roll.ts'
import type { FoundVote, FrozenRules, StoredSubmission } from './stored.ts'

type VoteRefusal = RefusalCode & keyof typeof voteRefusals
interface Why {
  readonly code: string
  readonly detail: string
}

export const whyOf = (code: VoteRefusal, params: Params = {}): Why => ({
  code,
  detail: fillIn(voteRefusals[code].detail, params),
})

export const refusalOf = <T>(decision: Decision<T, VoteRefusal>): Why | undefined =>
  decision.ok ? undefined : whyOf(decision.code, decision.params)

/** What a person has to do with a vote that has a roll. */
export interface Part {
  readonly selves: readonly string[]
  readonly heads: readonly RollHead[]
  readonly ballots: VotersBallots
  readonly roll: VotersRoll
}

/** One batch read of the person's own ballots. */
export async function partIn(
  { repository, homes }: Pick<Call<Votes>, 'repository' | 'homes'>,
  vote: FoundVote,
): Promise<Part | undefined> {
  const roll = await repository.roll(vote)
  if (!roll) return undefined
  const selves = selvesOf(homes)
  const heads = roll.headsOf(selves)
  const ids = heads.map(({ id }) => id)
  return { selves, heads, roll, ballots: await repository.box(vote).ofVoter(ids, selves) }
}

export function headView(
  vote: FoundVote,
  rules: FrozenRules,
  part: Part,
  head: RollHead,
  now: Date,
): MyHead {
  const own = part.ballots.own(head.id)
  const ballot = ballotView(own, rules)
  const blocked =
    refusalOf(canSpeakFor(head, part.selves, part.roll.nameOf)) ??
    refusalOf(canCastAgain(own.length, rules.revote)) ??
    refusalOf(isOpenToVoters(vote, now)) ??
    refusalOf(canBeCastByTap(vote.mode, rules))
  return {
    head: head.id,
    areaCenti: head.areaCenti,
    units: [...head.units],
    owners: head.owners.length,
    ...(blocked && { blocked }),
    ...(ballot && { ballot }),
  }
}

/** The one of the voter's own ballots that counts. */
export function ballotView(
  own: readonly StoredSubmission[],
  { revote }: FrozenRules,
): MyBallot | undefined {
  const counting = ownWord(own.map(asHandedIn), revote)?.submission ?? own[0]
  return (
    counting && {
      at: counting.at,
      channel: counting.channel,
      choices: counting.choices.map((choice, place) => ({ item: place + 1, choice })),
      ...(counting.signature !== undefined && { signed: true as const }),
    }
  )
}

const asHandedIn = (submission: StoredSubmission) => ({
  ...{ submission, by: submission.voter, onBehalfOf: null, units: null },
  ...{ channel: submission.channel, at: Date.parse(submission.at) },
  signed: submission.sheet?.signed ?? true,
})

export function standingIn(vote: FoundVote, part: Part, now: Date): Standing {
  const mine = part.heads.filter((head) => canSpeakFor(head, part.selves, part.roll.nameOf).ok)
  const cast = mine.filter(({ id }) => part.ballots.own(id).length > 0)
  return standingOf(vote, mine.length, cast.length, now)
}

/** Why a person has no head in a vote that has a roll. */
export const whyNotOnRoll = (
  homes: Call<Votes>['homes'],
  part: Part,
  { scope }: FoundVote,
): Why | undefined => refusalOf(isOnTheRoll(part.heads.length, homes, scope))
