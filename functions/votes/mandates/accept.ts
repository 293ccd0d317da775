import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { canAccept, canEnd, isTimeForMandates, mayBeAgent } from '#shared/votes/mandates/rules.ts'
import { canSpeakFor, isInTimeToWrite } from '#shared/votes/rules/casting.ts'
import { typed } from '../../bindings/offers.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { actorOf, seenVote } from '../change-vote.ts'
import { partIn, type Part } from '../heads-view.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { rulesOf } from '../rules-of.ts'
import type { FrozenRules } from '../stored.ts'
import { changeMandate, doneBy } from './change.ts'
import { codeDigest, ending } from './give.ts'
import { leavePlace, takePlace } from './places.ts'
import type { StoredMandate } from './stored.ts'
import { liveAmong, mandateView } from './view.ts'

const TRIES_A_DAY = 20

interface Which {
  readonly vote: string
  readonly head: string
  readonly mandate: string
}

/** Whoever has the code and the name becomes the agent, once, within the cap. */
export async function acceptMandate(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, secret }: Input<typeof votes.acceptMandate>,
): Promise<Mandate> {
  const { repository, person } = call
  const vote = await seenVote(call, id)
  const [rules, part] = await Promise.all([rulesOf(shop, vote), partIn(call, vote)])
  if (!part) throw new RefusedError('votes.no_roll_yet')
  await countTry(call, id)
  const coded = await repository.mandates.byCode(id, codeDigest(shop.keys, id, typed(secret)))
  if (!coded) throw new RefusedError('votes.mandate_code_wrong')
  const at = { vote: id, ...coded }
  const offered = await changeMandate(call, at, () => undefined)
  if (accepted(canAccept(offered, person)) === 'accept') {
    accepted(isTimeForMandates(vote, call.now))
    accepted(mayBeAgent(agentIn(call, part, at, offered), offered.agentName, rules))
    const taken = await takeOn(call, at, { offered, agent: person, rules }, async () => {
      await demandNoneGiven(call, part, at)
      return changeMandate(call, at, (found) => {
        if (accepted(canAccept(found, person)) === 'done') return undefined
        accepted(isInTimeToWrite(call.now, repository.now()))
        return { ...found, accepted: { ...doneBy(call, actorOf(call)), agent: person } }
      })
    })
    return mandateView(part.roll, at.head, taken, true)
  }
  return mandateView(part.roll, at.head, offered, true)
}

const agentIn = (call: Call<Votes>, part: Part, { head }: Which, offered: StoredMandate) => {
  const own = part.heads.find(({ id }) => id === head)
  const takers = [offered.recorded?.person, offered.confirmed?.by.person]
  return {
    id: call.person,
    roles: call.roles,
    isOwnVoice: own !== undefined && canSpeakFor(own, part.selves, part.roll.nameOf).ok,
    isRecorder: takers.includes(call.person),
    name: call.name.trim(),
  }
}

interface Taking {
  readonly offered: StoredMandate
  readonly agent: string
  readonly rules: FrozenRules
}

/** A place first, then what `write` makes of the mandate itself: what is refused in between frees the place again. */
export async function takeOn(
  call: Call<Votes>,
  { vote, head, mandate }: Which,
  { offered: { principal }, agent, rules }: Taking,
  write: () => Promise<StoredMandate>,
): Promise<StoredMandate> {
  const { mandates } = call.repository
  await takePlace(mandates, { vote, agent }, { head, mandate, principal }, rules, call.now)
  try {
    return await write()
  } catch (err) {
    if (err instanceof RefusedError) await leavePlace(mandates, { vote, agent }, mandate)
    throw err
  }
}

/** Whoever gave their own away stays away: no chains, no cycles. */
async function demandNoneGiven(call: Call<Votes>, part: Part, { vote }: Which): Promise<void> {
  const own = await call.repository.mandates.ofAll(
    vote,
    part.heads.map(({ id }) => id),
  )
  const given = own.flatMap(({ list }) => liveAmong(list) ?? [])
  if (given.some(({ principal }) => part.selves.includes(principal))) {
    throw new RefusedError('votes.agent_gave_own')
  }
}

/** Counted before the code is looked at, so that tries at the same moment all count. */
async function countTry({ repository, person, now }: Call<Votes>, vote: string): Promise<void> {
  const expiresAt = Math.floor((now.getTime() + 2 * DAY) / 1_000)
  const tries = await repository.mandates.tries(vote, person, dayOf(now), expiresAt)
  if (tries > TRIES_A_DAY) throw new RefusedError('votes.mandate_code_locked')
}

/** The principal revokes, the agent gives back, as long as no ballot was cast by it. */
export async function endMandate(
  call: Call<Votes>,
  { vote: id, head, mandate }: Input<typeof votes.endMandate>,
): Promise<Mandate> {
  const vote = await seenVote(call, id)
  const part = await partIn(call, vote)
  if (!part) throw new RefusedError('votes.no_roll_yet')
  const ended = await changeMandate(call, { vote: id, head, mandate }, (found) => {
    const isAgent = found.accepted?.agent === call.person
    const isPrincipal = part.selves.includes(found.principal)
    if (!isAgent && !isPrincipal) throw new RefusedError('votes.mandate_not_found')
    if (found.ended && isRepetition(found.ended.madeBy, call.key)) return undefined
    accepted(canEnd(found))
    accepted(isTimeForMandates(vote, call.now))
    return { ...found, ended: ending(call, isPrincipal ? 'principal' : 'agent') }
  })
  return mandateView(part.roll, head, ended, true)
}
