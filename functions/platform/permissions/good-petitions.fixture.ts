import { votes } from '#shared/votes/contract.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { done } from '../../votes/votes.fixture.ts'
import type { Owner } from './good-conduct.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const ASKED = {
  community: 'jinxiu',
  title: '召开临时业主大会',
  text: '请业主大会讨论是否续聘物业。',
  reason: '合同年底到期。',
}

/** Started by a neighbour, since whoever has one open starts no other; held, and let through by the first request. */
export async function goodPetitions(homes: Homes, { id }: Owner): Promise<GoodRequest[]> {
  const neighbour = await homes.verified(homes.sole())
  const client = await homes.app.as(neighbour.id)
  homes.app.weixin.answer = 'risky'
  const { petition } = done(await client.send(votes.startPetition, ASKED), 201)
  await homes.app.sweep()
  homes.app.weixin.answer = 'pass'
  const one = { community: 'jinxiu', petition }
  return [
    good(votes.startPetition, id, ASKED),
    good(votes.releasePetition, 'community', one),
    good(votes.petitions, id, { community: 'jinxiu' }),
    good(votes.petition, id, one),
    good(votes.joinPetition, id, one),
    good(votes.leavePetition, id, one),
    good(votes.petitioners, 'committee', one),
  ]
}
