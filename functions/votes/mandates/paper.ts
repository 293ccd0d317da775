import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { GivenWithCode } from '#shared/votes/mandates/contract.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { canEnd, canGive, isTimeForMandates, statedOpinion } from '#shared/votes/mandates/rules.ts'
import { canSpeakFor, isInTimeToWrite } from '#shared/votes/rules/casting.ts'
import { printed, secretOf } from '../../bindings/offers.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { actorOf, seenVote } from '../change-vote.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { rulesOf } from '../rules-of.ts'
import type { VotersRoll } from '../roll.ts'
import type { FoundVote } from '../stored.ts'
import { takeOn } from './accept.ts'
import { changeMandate, doneBy, untilWritten } from './change.ts'
import { codeDigest, ending } from './give.ts'
import type { StoredMandate } from './stored.ts'
import { mandateView } from './view.ts'

type Recording = Input<typeof votes.recordMandate>

async function deskVote(call: Call<Votes>, id: string) {
  const vote = await seenVote(call, id)
  const roll = await call.repository.roll(vote)
  if (!roll) throw new RefusedError('votes.no_roll_yet')
  return { vote, roll }
}

/** One takes the signed paper in, with its photo; nothing comes of it before another has looked. */
export async function recordMandate(
  shop: VoteShop,
  call: Call<Votes>,
  asked: Recording,
): Promise<GivenWithCode> {
  const { repository, key, person } = call
  const { vote, roll } = await deskVote(call, asked.vote)
  accepted(isTimeForMandates(vote, call.now))
  const { head, principal } = signerOf(roll, asked)
  const stored = await newPaper(shop, call, vote, asked, principal)
  const { community } = repository
  await shop.photos.claim(asked.photos, { community, person }, `mandate ${vote.vote} ${key.id}`)
  const written = await untilWritten(async () => {
    const found = await repository.mandates.of(vote.vote, head)
    const known = found.list.find(({ mandate }) => mandate === key.id)
    if (known && isRepetition(known.madeBy, key)) return known
    accepted(canGive(found.list, 0))
    await repository.mandates.save(vote.vote, found, [...found.list, stored])
    return stored
  })
  return { mandate: mandateView(roll, head, written, false) }
}

/** Of co-owners, whoever may cast may also say who casts instead. */
function signerOf(roll: VotersRoll, { unit, owner: place }: Recording) {
  const head = roll.heads.find(({ units }) => units.includes(unit))
  const signer = head?.owners[place - 1]
  if (!head || signer === undefined) throw new RefusedError('votes.unit_not_on_roll')
  const voice = canSpeakFor(head, [signer], roll.nameOf)
  if (!voice.ok && voice.code === 'votes.representative_votes') {
    throw new RefusedError('votes.owner_may_not_give')
  }
  return { head: head.id, principal: accepted(voice) }
}

async function newPaper(
  shop: VoteShop,
  call: Call<Votes>,
  vote: FoundVote,
  { agent, agentPhone, choices, photos }: Recording,
  principal: string,
): Promise<StoredMandate> {
  const { key, now } = call
  const rules = await rulesOf(shop, vote)
  const stated = accepted(statedOpinion(vote.items.length, choices ?? [], rules.proxyOpinion))
  const agentName = agent.trim()
  return {
    ...{ mandate: key.id, way: 'paper', principal, agentName, photos: [...photos] },
    ...{ givenAt: now.toISOString(), recorded: actorOf(call) },
    ...(stated.length > 0 && { choices: [...stated] }),
    ...(agentPhone !== undefined && {
      paperAgent: `paper-${shop.keys.digestText('paper agent', agentName, agentPhone)}`,
    }),
    madeBy: { id: key.id, request: key.request },
  }
}

/**
 * The second person. Where the agent has signed as well the mandate is taken on by that, within the cap; otherwise the
 * agent is handed a code.
 */
export async function confirmMandate(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, head, mandate }: Input<typeof votes.confirmMandate>,
): Promise<GivenWithCode> {
  const { vote, roll } = await deskVote(call, id)
  const at = { vote: id, head, mandate }
  const offered = await changeMandate(call, at, () => undefined)
  const agent = offered.paperAgent
  const confirm = () =>
    changeMandate(call, at, (found) => {
      if (found.confirmed && isRepetition(found.confirmed.madeBy, call.key)) return undefined
      demandSecond(found, call)
      accepted(isTimeForMandates(vote, call.now))
      accepted(isInTimeToWrite(call.now, call.repository.now()))
      const done = doneBy(call, actorOf(call))
      return {
        ...found,
        confirmed: done,
        ...(agent !== undefined && { accepted: { ...done, agent } }),
      }
    })
  if (agent !== undefined) {
    const rules = await rulesOf(shop, vote)
    if (!offered.confirmed) demandSecond(offered, call)
    const taken = await takeOn(call, at, { offered, agent, rules }, confirm)
    return { mandate: mandateView(roll, head, taken, false) }
  }
  const secret = secretOf(shop.keys, call.key)
  await call.repository.mandates.saveCode(id, codeDigest(shop.keys, id, secret), { head, mandate })
  const confirmed = await confirm()
  return { mandate: mandateView(roll, head, confirmed, false), secret: printed(secret) }
}

function demandSecond({ way, recorded, confirmed, ended }: StoredMandate, call: Call<Votes>): void {
  if (way !== 'paper') throw new RefusedError('votes.mandate_not_on_paper')
  if (ended) throw new RefusedError('votes.mandate_ended')
  if (confirmed) throw new RefusedError('votes.mandate_confirmed_already')
  if (recorded?.person === call.person) {
    throw new RefusedError('votes.mandate_confirmed_by_recorder')
  }
}

/** The owner takes it back at the desk, on paper as well: who has no phone revokes as freely as who has one. */
export async function endAtDesk(
  call: Call<Votes>,
  { vote: id, head, mandate }: Input<typeof votes.endPaperMandate>,
): Promise<Mandate> {
  const { vote, roll } = await deskVote(call, id)
  const ended = await changeMandate(call, { vote: id, head, mandate }, (found) => {
    if (found.ended && isRepetition(found.ended.madeBy, call.key)) return undefined
    if (found.way !== 'paper') throw new RefusedError('votes.mandate_not_on_paper')
    accepted(canEnd(found))
    accepted(isTimeForMandates(vote, call.now))
    return { ...found, ended: ending(call, 'desk') }
  })
  return mandateView(roll, head, ended, false)
}
