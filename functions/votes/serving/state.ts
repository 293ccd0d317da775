import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { buildingOf, provesService } from '#shared/votes/serving/rules.ts'
import type { ServingState, ServingUnit, ServingWay } from '#shared/votes/serving/serving.ts'
import type { Call } from '../../platform/http/call.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { seenVote } from '../change-vote.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { RollHead, VotersRoll } from '../roll.ts'
import { rulesOf } from '../rules-of.ts'
import type { FoundVote, FrozenRules } from '../stored.ts'

/** A home on the roll with its head. */
export interface HomeOnRoll {
  readonly unit: string
  readonly building: string
  readonly head: RollHead
}

/** In the order in which one walks through the buildings. */
export const homesOn = ({ heads }: VotersRoll): readonly HomeOnRoll[] =>
  heads
    .flatMap((head) => head.units.map((unit) => ({ unit, building: buildingOf(unit), head })))
    .sort((a, b) => byNumbers(a.unit, b.unit))

/** `2-1-301` before `10-1-101`: by their numbers, part for part. */
function byNumbers(a: string, b: string): number {
  const [first, second] = [a.split('-'), b.split('-')]
  for (let n = 0; n < Math.max(first.length, second.length); n += 1) {
    const [one = '', other = ''] = [first[n], second[n]]
    const difference = Number.parseInt(one, 10) - Number.parseInt(other, 10)
    if (!Number.isNaN(difference) && difference !== 0) return difference
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

export interface Desk {
  readonly vote: FoundVote
  readonly rules: FrozenRules
  readonly roll: VotersRoll
}

/** @throws RefusedError before there is a roll, and once it was removed */
export async function deskOf(shop: VoteShop, call: Call<Votes>, id: string): Promise<Desk> {
  const vote = await seenVote(call, id)
  if (vote.removal) throw new RefusedError('votes.records_gone')
  const [rules, roll] = await Promise.all([rulesOf(shop, vote), call.repository.roll(vote)])
  if (!roll) throw new RefusedError('votes.no_roll_yet')
  return { vote, rules, roll }
}

/** The ways each home was reached by, and whether one of them proves service. */
async function reached(votes: Votes, vote: FoundVote, rules: FrozenRules) {
  const ways = new Map<string, Set<ServingWay>>()
  for (const { unit, way } of await votes.serving(vote).known()) {
    ways.set(unit, (ways.get(unit) ?? new Set()).add(way))
  }
  const isServed = (unit: string): boolean =>
    [...(ways.get(unit) ?? [])].some((way) => provesService(way, rules))
  return { ways, isServed }
}

/**
 * Heads that service is proven of: by a way the vote's rules take, in one of their homes, not struck. What is silent
 * among them may count where the rules let silence count; nobody else's silence ever does.
 */
export async function servedHeads(votes: Votes, vote: FoundVote): Promise<ReadonlySet<string>> {
  const roll = await votes.roll(vote)
  if (!roll || !vote.rules) return new Set()
  const { isServed } = await reached(votes, vote, vote.rules)
  return new Set(roll.heads.filter(({ units }) => units.some(isServed)).map(({ id }) => id))
}

export async function readServing(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.servingState>,
): Promise<ServingState> {
  const { vote, rules, roll } = await deskOf(shop, call, id)
  const { isServed } = await reached(call.repository, vote, rules)
  const homes = homesOn(roll)
  const served = roll.heads.filter(({ units }) => units.some(isServed))
  const buildings = new Map<string, { units: number; served: number }>()
  for (const { unit, building } of homes) {
    const sum = buildings.get(building) ?? { units: 0, served: 0 }
    const counted = isServed(unit) ? 1 : 0
    buildings.set(building, { units: sum.units + 1, served: sum.served + counted })
  }
  return {
    round: call.repository.serving(vote).round,
    accepted: rules.servedBy,
    units: { total: homes.length, served: homes.filter(({ unit }) => isServed(unit)).length },
    heads: { total: roll.total.heads, served: served.length },
    areaCenti: {
      total: roll.total.areaCenti,
      served: served.reduce((sum, { areaCenti }) => sum + areaCenti, 0),
    },
    buildings: [...buildings]
      .map(([building, sum]) => ({ building, ...sum }))
      .sort((a, b) => (a.building === '' ? 1 : 0) - (b.building === '' ? 1 : 0)),
  }
}

const PAGE = 60

/** Those not yet served come first: they are what a walk through the building is for. */
export async function listServing(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, building, unit, from = 0 }: Input<typeof votes.servingUnits>,
): Promise<Output<typeof votes.servingUnits>> {
  const desk = await deskOf(shop, call, id)
  const all = await unitsIn(call, desk, building)
  const units = unit === undefined ? all : all.filter((one) => one.unit === unit)
  const ordered = [
    ...units.filter(({ served }) => !served),
    ...units.filter(({ served }) => served),
  ]
  return {
    units: ordered.slice(from, from + PAGE),
    ...(from + PAGE < ordered.length && { next: from + PAGE }),
  }
}

/** Every home of a building, in order. */
export async function unitsIn(
  { repository }: Call<Votes>,
  { vote, rules, roll }: Desk,
  building: string,
): Promise<readonly ServingUnit[]> {
  const { ways, isServed } = await reached(repository, vote, rules)
  return homesOn(roll)
    .filter((home) => home.building === building)
    .map(({ unit, head }) => ({
      unit,
      owners: head.isDeveloper ? ['建设单位'] : head.owners.map(roll.nameOf),
      served: isServed(unit),
      ways: [...(ways.get(unit) ?? [])].sort(),
    }))
}
