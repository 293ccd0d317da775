import { dayOf } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { addPhoto } from '../../votes/mandates/mandates.fixture.ts'
import { POST } from '../../votes/serving/serving.fixture.ts'
import { done, frozen, headsOf } from '../../votes/votes.fixture.ts'
import type { TestApp } from '../test-app.fixture.ts'
import type { Owner } from './good-conduct.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }
const AGENT = { id: 'tenant', name: '赵敏' }

/** Mandates, each in a vote of its own: an owner has one head. Moves the clock on by some months. */
export async function goodMandates({ app }: Homes, { id, spot }: Owner): Promise<GoodRequest[]> {
  const voting = async (): Promise<One> => ({ ...at, vote: await frozen(app) })
  const asked = async (one: One) => {
    const [head] = await headsOf(app, id, one.vote)
    return { ...one, head: head?.head ?? '', agent: AGENT.name }
  }
  const given = async (one: One) =>
    done(await (await app.as(id)).send(votes.giveMandate, await asked(one)), 201)
  const [toGive, toAccept, toEnd] = [await voting(), await voting(), await voting()]
  const { secret = '' } = await given(toAccept)
  const ending = (await given(toEnd)).mandate
  const [toRecord, toConfirm] = [await voting(), await voting()]
  const { unit } = spot.home
  return [
    good(votes.giveMandate, id, await asked(toGive)),
    good(votes.acceptMandate, AGENT.id, { ...toAccept, secret }),
    good(votes.endMandate, id, { ...toEnd, mandate: ending.mandate, head: ending.head }),
    good(votes.myMandates, id, toGive),
    ...(await onPaper(app, unit, toRecord, toConfirm)),
  ]
}

type One = typeof at & { readonly vote: string }

async function onPaper(app: TestApp, unit: string, toRecord: One, toConfirm: One) {
  const asked = async (one: One) => ({
    ...{ ...one, unit, owner: 1, agent: AGENT.name },
    photos: [await addPhoto(app, 'committee')],
  })
  const committee = await app.as('committee')
  const recorded = await committee.send(votes.recordMandate, await asked(toConfirm))
  const { mandate, head } = done(recorded, 201).mandate
  return [
    good(votes.recordMandate, 'committee', await asked(toRecord)),
    good(votes.confirmMandate, 'community', { ...toConfirm, mandate, head }),
    good(votes.mandates, 'committee', toConfirm),
    good(votes.endPaperMandate, 'committee', { ...toConfirm, mandate, head }),
  ]
}

/** @param vote noticed, and not yet closed */
export async function goodServing(
  { app }: Homes,
  { spot }: Owner,
  vote: string,
): Promise<GoodRequest[]> {
  const one = { ...at, vote }
  const { unit } = spot.home
  const proof = { ...one, unit, on: dayOf(app.clock.now), proof: POST }
  const committee = await app.as('committee')
  const { evidence } = done(await committee.send(votes.recordServing, proof), 201)
  return [
    good(votes.recordServing, 'community', proof),
    good(votes.servingState, 'committee', one),
    good(votes.servingUnits, 'committee', { ...one, building: '1' }),
    good(votes.servingProofs, 'community', { ...one, unit }),
    good(votes.servingSheet, 'community', { ...one, building: '1' }),
    good(votes.strikeServing, 'committee', { ...one, unit, evidence, reason: '退回' }),
  ]
}
