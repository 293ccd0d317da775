import * as fc from 'fast-check'
import type { NaiveCase, NaiveUnit } from './naive-counter.fixture.ts'
import { table } from './random-case.fixture.ts'
import { countVectorFile } from './vectors/count-file.ts'

const tallyOf = (units: NaiveUnit[], one: NaiveCase) => {
  const count = countVectorFile(JSON.stringify({ communities: { C: units }, cases: [one] }))
  const tally = count.ok ? count.results[0] : undefined
  if (tally === undefined) throw new Error('not counted')
  return tally
}

test('for, against and abstain make up those taking part, who are never more than all', () => {
  fc.assert(
    fc.property(table, ({ units, case: one }) => {
      const t = tallyOf(units, one)
      expect(t.forHeads + t.againstHeads + t.abstainHeads).toBe(t.participatingHeads)
      expect(t.forAreaCenti + t.againstAreaCenti + t.abstainAreaCenti).toBe(
        t.participatingAreaCenti,
      )
      expect(t.participatingHeads).toBeLessThanOrEqual(t.totalHeads)
      expect(t.participatingAreaCenti).toBeLessThanOrEqual(t.totalAreaCenti)
    }),
  )
})

test('passed means both quorums and both majorities', () => {
  fc.assert(
    fc.property(table, ({ units, case: one }) => {
      const t = tallyOf(units, one)
      const all = t.quorumArea && t.quorumHeads && t.majorityArea && t.majorityHeads
      expect(t.result === 'PASSED').toBe(all)
      expect(t.result === 'NO_QUORUM').toBe(!(t.quorumArea && t.quorumHeads))
    }),
  )
})

test('where no two ballots are cast at one instant, the order of the file decides nothing', () => {
  const apart = table.map(({ units, case: one }) => ({
    units,
    case: {
      ...one,
      ballots: one.ballots.map((b, i) => ({ ...b, at: `2026-03-20T10:00:${i + 10}Z` })),
      policy: { ...one.policy, closesAt: '2026-03-20T10:00:16Z' },
    },
  }))
  const shuffled = apart.chain((given) =>
    fc
      .shuffledSubarray(given.case.ballots, {
        minLength: given.case.ballots.length,
        maxLength: given.case.ballots.length,
      })
      .map((ballots) => ({ ...given, ballots })),
  )
  fc.assert(
    fc.property(shuffled, ({ units, case: one, ballots }) => {
      expect(tallyOf(units, { ...one, ballots })).toEqual(tallyOf(units, one))
    }),
  )
})

test('one more owner in favour never undoes a pass', () => {
  // A newcomer with a home of their own, who had cast nothing before.
  const newcomer: NaiveUnit = {
    id: 'N',
    areaCenti: 3,
    owners: ['N'],
    status: 'delivered',
    kind: 'home',
  }
  let passes = 0
  fc.assert(
    fc.property(table, ({ units, case: one }) => {
      const scopeUnits = one.item.scopeUnits && [...one.item.scopeUnits, 'N']
      const before = { ...one, item: { ...one.item, scopeUnits } }
      const vote = { by: 'N', onBehalfOf: null, units: null, choice: 'for', channel: 'paper' }
      const signed = { ...vote, signed: true, at: one.policy.closesAt }
      const after = { ...before, ballots: [...one.ballots, signed] }
      const was = tallyOf([...units, newcomer], before)
      const is = tallyOf([...units, newcomer], after)
      if (was.result === 'PASSED') {
        passes++
        expect(is.result).toBe('PASSED')
      }
      expect(is.forHeads).toBeGreaterThan(was.forHeads)
    }),
    { numRuns: 1_000 },
  )
  expect(passes).toBeGreaterThan(10)
})

test('ballots of people who own nothing in the scope change nothing', () => {
  fc.assert(
    fc.property(table, ({ units, case: one }) => {
      const strangers = one.ballots.map((b) => ({ ...b, by: 'stranger', onBehalfOf: null }))
      const mixed = { ...one, ballots: [...strangers, ...one.ballots] }
      expect(tallyOf(units, mixed)).toEqual(tallyOf(units, one))
    }),
  )
})
