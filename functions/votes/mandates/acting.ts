import { isExcluded } from '#shared/votes/mandates/rules.ts'
import { canSpeakFor } from '#shared/votes/rules/casting.ts'
import type { Call } from '../../platform/http/call.ts'
import type { AgentsBallots } from '../box.ts'
import type { Part } from '../heads-view.ts'
import type { Votes } from '../repository.ts'
import type { RollHead } from '../roll.ts'
import type { FoundVote, FrozenRules } from '../stored.ts'
import { livePlaces } from './places.ts'
import type { StoredMandate } from './stored.ts'
import { liveAmong } from './view.ts'

/** A head somebody casts for by a mandate. */
export interface Acting {
  readonly head: RollHead
  readonly mandate: StoredMandate
  /** Of the agent's own ballots for it, and whether its owner has spoken. */
  readonly ballots: AgentsBallots
}

/** What mandates make of a person's part in a vote. */
export interface ByMandate {
  /** The live mandate on a head of the person's own. */
  given(head: string): StoredMandate | undefined
  /** Heads of others the person may cast for. */
  readonly acting: readonly Acting[]
  /** Why none of these may be cast for: it is looked at again whenever a ballot comes. */
  readonly barred: 'votes.agent_gave_own' | 'votes.agent_is_property' | undefined
}

/** One read where the person neither gave nor holds a mandate. */
export async function byMandate(
  call: Pick<Call<Votes>, 'repository' | 'person' | 'roles' | 'now'>,
  vote: FoundVote,
  rules: FrozenRules,
  part: Part,
): Promise<ByMandate> {
  const { repository, person, now } = call
  const { mandates } = repository
  const own = part.heads.map(({ id }) => id)
  const { agent, given } = await mandates.around(vote.vote, person, own)
  const live = new Map(given.map(({ head, list }) => [head, liveAmong(list)]))
  const held = await livePlaces(mandates, { vote: vote.vote, agent: person }, agent.held, now)
  const theirs = held.flatMap(({ place, mandate }) => {
    const head = part.roll.byId.get(place.head)
    return head && mandate.accepted && !isOwnVoice(part, head) ? [{ head, mandate }] : []
  })
  const ballots = await repository.box(vote).ofAgent(
    theirs.map(({ head, mandate: { mandate, principal } }) => ({
      ...{ head: head.id, mandate, principal },
      besides: part.roll.headsOf([principal]).map(({ id }) => id),
    })),
  )
  const gaveOwn = [...live.values()].some((one) => one && part.selves.includes(one.principal))
  return {
    given: (head) => live.get(head),
    acting: theirs.map((one) => ({ ...one, ballots })),
    barred: isExcluded(call.roles, rules)
      ? 'votes.agent_is_property'
      : gaveOwn
        ? 'votes.agent_gave_own'
        : undefined,
  }
}

const isOwnVoice = (part: Part, head: RollHead): boolean =>
  canSpeakFor(head, part.selves, part.roll.nameOf).ok

/** The head as one the person casts for by a mandate; `undefined` where it is theirs to cast for anyway, or not at all. */
export async function actingOn(
  call: Call<Votes>,
  vote: FoundVote,
  rules: FrozenRules,
  part: Part,
  headId: string,
): Promise<{ readonly on: Acting; readonly barred: ByMandate['barred'] } | undefined> {
  const head = part.roll.byId.get(headId)
  if (!head || isOwnVoice(part, head)) return undefined
  const { acting, barred } = await byMandate(call, vote, rules, part)
  const on = acting.find((one) => one.head.id === headId)
  return on && { on, barred }
}
