import { axisTestsOf } from './axis-tests.ts'
import { tallyOf } from './tally.ts'

const total = { heads: 9, areaCenti: 120_000 }
const shares = {
  for: { heads: 4, areaCenti: 40_000 },
  against: { heads: 2, areaCenti: 30_000 },
  abstain: { heads: 1, areaCenti: 10_000 },
}

test('each of the four tests says what was reached, what of, and what is missing', () => {
  const tests = axisTestsOf(tallyOf(total, shares, 'ordinary'), 'ordinary')
  const twoThirds = { numerator: 2, denominator: 3, strict: false }
  const half = { numerator: 1, denominator: 2, strict: true }
  expect(tests).toEqual([
    { test: 'quorum', axis: 'heads', ...twoThirds, reached: 7, base: 9, holds: true, missing: 0 },
    {
      ...{ test: 'quorum', axis: 'area', ...twoThirds },
      ...{ reached: 80_000, base: 120_000, holds: true, missing: 0 },
    },
    { test: 'majority', axis: 'heads', ...half, reached: 4, base: 7, holds: true, missing: 0 },
    {
      ...{ test: 'majority', axis: 'area', ...half },
      ...{ reached: 40_000, base: 80_000, holds: false, missing: 1 },
    },
  ])
})

test.each(['ordinary', 'special'] as const)('%s: the tests agree with the tally', (itemClass) => {
  const tally = tallyOf(total, shares, itemClass)
  const holds = axisTestsOf(tally, itemClass).map((one) => one.holds)
  const { quorumHeads, quorumArea, majorityHeads, majorityArea } = tally
  expect(holds).toEqual([quorumHeads, quorumArea, majorityHeads, majorityArea])
})

test('a special matter needs three quarters', () => {
  const [, , heads, area] = axisTestsOf(tallyOf(total, shares, 'special'), 'special')
  expect(heads).toMatchObject({ numerator: 3, denominator: 4, strict: false, missing: 2 })
  expect(area).toMatchObject({ missing: 20_000 })
})
