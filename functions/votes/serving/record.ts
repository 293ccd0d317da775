import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { isTimeToServe, isWitnessed, servedInTime } from '#shared/votes/serving/rules.ts'
import type { Served, ServingProof } from '#shared/votes/serving/serving.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { actorOf } from '../change-vote.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote } from '../stored.ts'
import { deskOf, homesOn, type Desk } from './state.ts'
import type { StoredEvidence } from './stored.ts'
import { servedView } from './view.ts'

const timedNotice = (vote: FoundVote) => ({ ...vote, countedAt: vote.counted?.at })

function demandHome({ roll }: Desk, unit: string): void {
  if (!homesOn(roll).some((home) => home.unit === unit)) {
    throw new RefusedError('votes.unit_not_on_roll')
  }
}

/** One person enters what two saw; the same request again is the same proof. */
export async function recordServing(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, unit, on, proof }: Input<typeof votes.recordServing>,
): Promise<Served> {
  const { repository, key, now, person } = call
  const desk = await deskOf(shop, call, id)
  const { vote, rules } = desk
  const log = repository.serving(vote)
  const known = (await log.of(unit)).find(({ evidence }) => evidence.evidence === key.id)
  if (known?.evidence.madeBy && isRepetition(known.evidence.madeBy, key)) {
    return servedView(known, rules)
  }
  demandHome(desk, unit)
  accepted(isTimeToServe(timedNotice(vote), now))
  accepted(servedInTime(on, timedNotice(vote), now))
  const seen = accepted(isWitnessed(proof))
  if (seen.way === 'paper') {
    const whose = { community: repository.community, person }
    await shop.photos.claim(seen.photos, whose, `serving ${id} ${key.id}`)
  }
  const evidence: StoredEvidence = {
    ...{ evidence: key.id, unit, on, at: now.toISOString(), by: actorOf(call) },
    ...particularsOf(seen),
    madeBy: { id: key.id, request: key.request },
  }
  await log.add(evidence)
  return servedView({ evidence }, rules)
}

const particularsOf = (proof: ServingProof) =>
  proof.way === 'post'
    ? { way: proof.way, carrier: proof.carrier.trim(), tracking: proof.tracking.trim() }
    : {
        ...{ way: proof.way, handedTo: proof.handedTo, photos: [...proof.photos] },
        witnesses: proof.witnesses.map(({ name, office }) => ({ name: name.trim(), office })),
      }

/** Nothing is ever taken away: that it was wrong is written beside it, at any time. */
export async function strikeServing(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, unit, evidence, reason }: Input<typeof votes.strikeServing>,
): Promise<Served> {
  const { key, now } = call
  const { vote, rules } = await deskOf(shop, call, id)
  const log = call.repository.serving(vote)
  const find = async () => (await log.of(unit)).find((one) => one.evidence.evidence === evidence)
  const found = await find()
  if (!found) throw new RefusedError('votes.evidence_not_found')
  if (!found.strike) {
    const madeBy = { id: key.id, request: key.request }
    await log.strike(unit, evidence, { at: now.toISOString(), by: actorOf(call), reason, madeBy })
  }
  return servedView((await find()) ?? found, rules)
}

const HOMES_A_PAGE = 20

/** Home by home, in the order of the buildings; `cursor` is the place of the next home. */
export async function listProofs(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, unit, limit = HOMES_A_PAGE, cursor = '0' }: Input<typeof votes.servingProofs>,
): Promise<Output<typeof votes.servingProofs>> {
  const desk = await deskOf(shop, call, id)
  const log = call.repository.serving(desk.vote)
  const from = Number.parseInt(cursor, 10)
  const homes = homesOn(desk.roll).filter((home) => unit === undefined || home.unit === unit)
  const found = await Promise.all(homes.slice(from, from + limit).map((home) => log.of(home.unit)))
  return {
    items: found.flat().map((one) => servedView(one, desk.rules)),
    ...(from + limit < homes.length && { cursor: String(from + limit) }),
  }
}
