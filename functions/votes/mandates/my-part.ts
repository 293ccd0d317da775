import type { MyHead, Vote } from '#shared/votes/contract.ts'
import { mandateState } from '#shared/votes/mandates/rules.ts'
import { canSpeakFor } from '#shared/votes/rules/casting.ts'
import { standingOf } from '#shared/votes/rules/standing.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../../platform/http/call.ts'
import { headView, whyNotOnRoll, type Part } from '../heads-view.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote, FrozenRules } from '../stored.ts'
import { byMandate, type ByMandate } from './acting.ts'
import { actingView } from './cast.ts'
import type { StoredMandate } from './stored.ts'

type MyPart = Pick<Vote, 'standing' | 'heads' | 'whyNot'>

/** The person's own heads, each with who may cast for them, and then those they cast for. */
export async function myPart(
  call: Call<Votes>,
  vote: FoundVote,
  rules: FrozenRules,
  part: Part | undefined,
): Promise<MyPart> {
  if (!part) return { standing: 'not_open', heads: [] }
  const { now, homes } = call
  const { acting, given, barred } = await byMandate(call, vote, rules, part)
  const others = acting.map((on) => actingView({ vote, rules, part, on, barred }, now))
  // A co-owner beside the representative may hold the representative's mandate: one head, the one they may cast for.
  const own = part.heads.filter(({ id }) => !others.some(({ head }) => head === id))
  const mine = own.filter((head) => canSpeakFor(head, part.selves, part.roll.nameOf).ok)
  const cast =
    mine.filter(({ id }) => part.ballots.own(id).length > 0).length +
    acting.filter(({ head, ballots }) => ballots.own(head.id).length > 0).length
  const whyNot = others.length > 0 ? undefined : whyNotOnRoll(homes, part, vote)
  return {
    standing: standingOf(vote, mine.length + others.length, cast, now),
    heads: [
      ...own.map((head): MyHead => ({
        ...headView(vote, rules, part, head, now),
        ...givenView(part, given, head.id),
      })),
      ...others,
    ],
    ...(whyNot && { whyNot }),
  }
}

function givenView(part: Part, given: ByMandate['given'], head: string): Pick<MyHead, 'mandate'> {
  const stored: StoredMandate | undefined = given(head)
  // A co-owner's mandate is that co-owner's affair.
  if (!stored || !part.selves.includes(stored.principal)) return {}
  const { mandate, agentName } = stored
  return { mandate: { mandate, state: mandateState(stored), agent: maskName(agentName) } }
}
