import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { GivenWithCode } from '#shared/votes/mandates/contract.ts'
import { canGive, isTimeForMandates, statedOpinion } from '#shared/votes/mandates/rules.ts'
import { canSpeakFor } from '#shared/votes/rules/casting.ts'
import { freshMinutesOf, isLoginFresh } from '#shared/votes/rules/fresh-login.ts'
import { isOnTheRoll } from '#shared/votes/rules/standing.ts'
import { printed, secretOf } from '../../bindings/offers.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import type { Keys } from '../../platform/keys/keys.ts'
import { actorOf, seenVote } from '../change-vote.ts'
import { partIn, type Part } from '../heads-view.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { rulesOf } from '../rules-of.ts'
import type { FoundVote } from '../stored.ts'
import { changeMandate, doneBy, untilWritten } from './change.ts'
import { livePlaces } from './places.ts'
import type { StoredMandate } from './stored.ts'
import { mandateView } from './view.ts'

/** The code itself is nowhere in the store. */
export const codeDigest = (keys: Keys, vote: string, secret: string): string =>
  keys.digestText('vote mandate', vote, secret)

/**
 * 民法典 §469: what can be called up and read at any time is writing. One agent for a head at a time; whoever acts for
 * others gives nothing away, and whoever gave theirs away acts for nobody, so that no chain and no cycle comes about.
 */
export async function giveMandate(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, head, agent, choices }: Input<typeof votes.giveMandate>,
): Promise<GivenWithCode> {
  const { repository, now, key, person } = call
  const vote = await seenVote(call, id)
  const [rules, part] = await Promise.all([rulesOf(shop, vote), partIn(call, vote)])
  if (!part) throw new RefusedError('votes.no_roll_yet')
  const mandate = key.id
  const at = { vote: id, head, mandate }
  const known = (await repository.mandates.of(id, head)).list.find((one) => one.mandate === mandate)
  if (!known || !isRepetition(known.madeBy, key)) {
    accepted(isTimeForMandates(vote, now))
    accepted(isLoginFresh(call.confirmedAt, freshMinutesOf(vote.mode, rules), now))
    const principal = await principalOf(call, vote, part, head)
    const stated = accepted(statedOpinion(vote.items.length, choices ?? [], rules.proxyOpinion))
    await offer(shop.keys, call, part, at, {
      ...{ mandate, way: 'app', principal, given: actorOf(call) },
      ...{ givenAt: now.toISOString(), agentName: agent.trim() },
      ...(stated.length > 0 && { choices: [...stated] }),
      madeBy: { id: key.id, request: key.request },
    })
  }
  await takeBackWhereTheyAct(call, at, person)
  const written = await changeMandate(call, at, () => undefined)
  return {
    mandate: mandateView(part.roll, head, written, true),
    secret: printed(secretOf(shop.keys, key)),
  }
}

/** Only an owner of the head gives it away, and of those only who may cast for it. */
async function principalOf(call: Call<Votes>, vote: FoundVote, part: Part, headId: string) {
  const head = part.heads.find(({ id }) => id === headId)
  if (head) return accepted(canSpeakFor(head, part.selves, part.roll.nameOf))
  const { held } = await call.repository.mandates.agent(vote.vote, call.person)
  if (held.some((place) => place.head === headId)) {
    throw new RefusedError('votes.mandate_not_handed_on')
  }
  accepted(isOnTheRoll(part.heads.length, call.homes, vote.scope))
  throw new RefusedError('votes.not_your_head')
}

async function offer(
  keys: Keys,
  call: Call<Votes>,
  part: Part,
  { vote, head, mandate }: { vote: string; head: string; mandate: string },
  given: StoredMandate,
): Promise<void> {
  const { mandates } = call.repository
  const digest = codeDigest(keys, vote, secretOf(keys, call.key))
  await mandates.saveCode(vote, digest, { head, mandate })
  await untilWritten(async () => {
    const found = await mandates.of(vote, head)
    if (found.list.some((one) => one.mandate === mandate)) return
    accepted(canGive(found.list, part.ballots.own(head).length))
    await mandates.save(vote, found, [...found.list, given])
  })
}

/**
 * Looked at once the mandate is written, as who accepts one looks at what they gave once their place is taken: of two
 * at the same moment at least one sees the other. Nobody knows the code yet.
 */
async function takeBackWhereTheyAct(
  call: Call<Votes>,
  at: { vote: string; head: string; mandate: string },
  agent: string,
): Promise<void> {
  const { mandates } = call.repository
  const { held } = await mandates.agent(at.vote, agent)
  const live = await livePlaces(mandates, { vote: at.vote, agent }, held, call.now)
  if (live.length === 0) return
  await changeMandate(call, at, (mandate) =>
    mandate.ended ? undefined : { ...mandate, ended: ending(call, 'principal') },
  )
  throw new RefusedError('votes.agent_gives_none')
}

export const ending = (call: Call<Votes>, as: 'principal' | 'agent' | 'desk') => ({
  ...doneBy(call, actorOf(call)),
  as,
})
