import { accept, type Decision } from '#shared/kernel/decision.ts'
import { countItem } from '../count.ts'
import { examineBallots } from '../examine.ts'
import { headsOf } from '../heads.ts'
import { rollOf } from '../roll.ts'
import type { Tally } from '../tally.ts'
import type { VectorCase, VectorUnit } from './format.ts'
import { readVectorFile } from './read-file.ts'
import type { Problem } from './strict-json.ts'

type VectorResult = { readonly id: string } & Tally

export type VectorCount =
  | { readonly ok: true; readonly results: readonly VectorResult[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Counts every case of a file of vote vectors, in its order; a file that does not fit is not counted at all. */
export function countVectorFile(text: string): VectorCount {
  const reading = readVectorFile(text)
  if (!reading.ok) return reading
  const { communities, cases } = reading.file
  const results: VectorResult[] = []
  const problems: Problem[] = []
  for (const [i, one] of cases.entries()) {
    const tally = countCase(communities.get(one.community) ?? [], one)
    if (tally.ok) results.push({ id: one.id, ...tally.value })
    else problems.push({ path: ['cases', i, 'item'], message: AREA_TOO_LARGE })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, results }
}

const AREA_TOO_LARGE = `the areas that count add up to more than ${Number.MAX_SAFE_INTEGER}`

/** Refuses where the areas add up to more than can be counted exactly. */
function countCase(
  units: readonly VectorUnit[],
  { item, policy, served, representatives, proxies, ballots }: VectorCase,
): Decision<Tally, 'votes.area_too_large'> {
  const scopeUnits = item.scopeUnits === null ? null : new Set(item.scopeUnits)
  const { parkingCounted } = policy
  const roll = rollOf(headsOf(units, { parkingCounted, scopeUnits }, representatives))
  if (!roll.ok) return roll
  const examined = examineBallots(roll.value, { ballots, proxies, served: new Set(served) }, policy)
  const question = {
    class: item.class,
    markOf: (ballot: (typeof ballots)[number]) => ballot.choice,
  }
  return accept(countItem(examined, question, policy.silent).tally)
}
