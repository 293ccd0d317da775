import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { servingSheet } from '#shared/votes/serving/sheet.ts'
import type { Call } from '../../platform/http/call.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { deskOf, unitsIn } from './state.ts'
import { servedView } from './view.ts'

/** One building at a time: that is what somebody walks through with it. */
export async function printServing(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, building }: Input<typeof votes.servingSheet>,
): Promise<Output<typeof votes.servingSheet>> {
  const desk = await deskOf(shop, call, id)
  const { vote, rules } = desk
  const log = call.repository.serving(vote)
  const [place, units] = await Promise.all([
    shop.places.community(vote.community),
    unitsIn(call, desk, building),
  ])
  const homes = await Promise.all(
    units.map(async ({ unit, owners, served, ways }) => ({
      ...{ unit, owners, served },
      proofs: ways.length === 0 ? [] : (await log.of(unit)).map((one) => servedView(one, rules)),
    })),
  )
  const { title, noticedAt } = vote
  const communityName = place?.name ?? ''
  return {
    html: servingSheet({ communityName, title, building, noticedAt, printedAt: call.now, homes }),
  }
}
