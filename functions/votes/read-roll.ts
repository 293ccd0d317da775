import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { Roll, RollLine } from '#shared/votes/life-contract.ts'
import { headRule } from '#shared/votes/rules/head-words.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { seenVote } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import type { RollHead, VotersRoll } from './roll.ts'
import { rollNow } from './roll-now.ts'

const PAGE = 50

/** Who counts how much: as frozen, or before that as the register has it now, corrections shown at once. */
export async function readRoll(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, from = 0, unit }: Input<typeof votes.roll>,
): Promise<Roll> {
  const vote = await seenVote(call, id)
  if (vote.removal) throw new RefusedError('votes.records_gone')
  const frozen = await call.repository.roll(vote)
  if (frozen && vote.roll) return pageOf(frozen, vote.roll.registerVersion, { from, unit })
  if (!vote.published) throw new RefusedError('votes.no_roll_yet')
  const { roll, registerVersion } = await rollNow(shop, vote)
  return pageOf(roll, registerVersion, { from, unit })
}

interface Wanted {
  readonly from: number
  readonly unit: string | undefined
}

/** The totals are the whole roll's, whichever home was looked for. */
function pageOf(roll: VotersRoll, registerVersion: number, { from, unit }: Wanted): Roll {
  const found =
    unit === undefined
      ? roll.heads
      : roll.heads.filter(({ units }) => units.some((one) => one.includes(unit)))
  return {
    registerVersion,
    heads: roll.total.heads,
    areaCenti: roll.total.areaCenti,
    units: roll.units,
    lines: found.slice(from, from + PAGE).map((head) => lineOf(head, roll)),
    ...(from + PAGE < found.length && { next: from + PAGE }),
  }
}

const lineOf = (head: RollHead, { nameOf }: VotersRoll): RollLine => ({
  units: [...head.units],
  owners: head.isDeveloper ? ['建设单位'] : head.owners.map(nameOf),
  areaCenti: head.areaCenti,
  ...(head.representative !== undefined && { representative: nameOf(head.representative) }),
  rule: headRule({
    units: head.units.length,
    owners: head.owners.length,
    isDeveloper: head.isDeveloper,
    hasRepresentative: head.representative !== undefined,
  }),
})
