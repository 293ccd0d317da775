import { dayOf } from '#shared/kernel/calendar.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { votes } from '#shared/votes/contract.ts'
import type { ServingProof } from '#shared/votes/serving/serving.ts'
import { addPhoto } from '../mandates/mandates.fixture.ts'
import { COMMUNITY, type VoteApp } from '../vote-people.fixture.ts'

type Recording = Sent<typeof votes.recordServing>

export const WITNESSES: Extract<ServingProof, { way: 'paper' }>['witnesses'] = [
  { name: '陈主任', office: 'committee' },
  { name: '老周', office: 'building' },
]
export const POST: ServingProof = { way: 'post', carrier: '中国邮政', tracking: 'XA12345678901' }

/** Paper handed to somebody at the door today, with a photo of whoever enters it. */
export async function servePaper(
  app: VoteApp,
  by: string,
  vote: string,
  unit: string,
  rest: Partial<Recording> = {},
  key?: string,
) {
  const photos = rest.proof ? [] : [await addPhoto(app, by)]
  const proof: ServingProof = { way: 'paper', handedTo: 'family', witnesses: WITNESSES, photos }
  const sent = { community: COMMUNITY, vote, unit, on: dayOf(app.clock.now), proof, ...rest }
  return (await app.as(by)).send(votes.recordServing, sent, key === undefined ? {} : { key })
}
