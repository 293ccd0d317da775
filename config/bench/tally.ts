import { accepted } from '#functions/platform/http/refused-error.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { headsOf, type Unit } from '#shared/votes/counting/heads.ts'
import { rollOf } from '#shared/votes/counting/roll.ts'
import { NATIONAL } from '#shared/votes/profiles/national.ts'
import { valuesOf } from '#shared/votes/profiles/profile.ts'
import { countVote, type AnsweredBallot } from '#shared/votes/rules/count-vote.ts'

const CLOSES = Date.parse('2026-12-01T00:00:00Z')
const CHOICES: readonly Choice[] = ['for', 'for', 'for', 'against', 'abstain']
const RULES = { ...valuesOf(NATIONAL), closesAt: CLOSES, silent: 'NOT_PARTICIPATING' } as const

function box(heads: number, items: number) {
  const units = Array.from({ length: heads }, (_, n): Unit => ({
    id: `1-1-${n}`,
    areaCenti: 5_000 + ((n * 37) % 10_000),
    owners: [`owner-${n}`],
    status: 'delivered',
    kind: 'home',
  }))
  const ballots = units
    .filter((_, n) => n % 5 !== 0)
    .map((unit, n): AnsweredBallot => ({
      by: unit.owners[0] ?? '',
      onBehalfOf: null,
      units: [unit.id],
      channel: 'electronic',
      signed: true,
      at: CLOSES - n - 1,
      choices: Array.from(
        { length: items },
        (_, at) => CHOICES[(n + at) % CHOICES.length] ?? 'for',
      ),
    }))
  return { units, box: { ballots, proxies: [], served: new Set<string>() } }
}

/** Heads from units, then every ballot on every item: the median of several counts, in ms. */
function timeOf(heads: number, items: number, counts: number): number {
  const { units, box: ballots } = box(heads, items)
  const matters = Array.from({ length: items }, () => ({ class: 'ordinary' as const }))
  const times = Array.from({ length: counts }, () => {
    const start = performance.now()
    const roll = accepted(rollOf(headsOf(units, { parkingCounted: false, scopeUnits: null })))
    const { items: counted } = countVote(roll, ballots, matters, RULES)
    if (counted.length !== items) throw new Error('an item was not counted')
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(counts / 2)] ?? 0
}

const CASES = [
  [5_000, 1],
  [5_000, 10],
  [50_000, 1],
  [50_000, 10],
] as const

process.stdout.write(
  JSON.stringify(CASES.map(([heads, items]) => ({ heads, items, ms: timeOf(heads, items, 9) }))),
)
