import * as fc from 'fast-check'
import { newcomersNeeded, shortfall } from './shortfall.ts'
import { leastThatReaches, MAJORITY, QUORUM, reaches, type Threshold } from './thresholds.ts'

const { ordinary, special } = MAJORITY

test.each<[string, Threshold, number, number]>([
  ['two thirds of 9', QUORUM, 9, 6],
  ['two thirds of 10', QUORUM, 10, 7],
  ['two thirds of 11', QUORUM, 11, 8],
  ['two thirds of 1', QUORUM, 1, 1],
  ['two thirds of nothing is not to be had', QUORUM, 0, 1],
  ['more than half of 8', ordinary, 8, 5],
  ['more than half of 7', ordinary, 7, 4],
  ['more than half of nothing', ordinary, 0, 1],
  ['three quarters of 8', special, 8, 6],
  ['three quarters of 9', special, 9, 7],
  ['three quarters of nothing', special, 0, 1],
])('the least that reaches %s', (_, threshold, whole, least) => {
  expect(leastThatReaches(threshold, whole)).toBe(least)
})

test.each<[string, Threshold]>([
  ['quorum', QUORUM],
  ['ordinary majority', ordinary],
  ['special majority', special],
])('%s: exact for every safe integer', (_, threshold) => {
  const whole = fc.oneof(fc.nat(50), fc.maxSafeNat())
  fc.assert(
    fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const near = leastThatReaches(threshold, all)
      for (const part of [Math.floor(all * share), near - 1, near, near + 1]) {
        if (part > all) continue
        const given = BigInt(part) * BigInt(threshold.denominator)
        const wanted = BigInt(threshold.numerator) * BigInt(all)
        const holds = all > 0 && (threshold.strict ? given > wanted : given >= wanted)
        expect(reaches(threshold, part, all)).toBe(holds)
      }
    }),
  )
})

test.each<[string, Threshold, number, number, number]>([
  ['holds', QUORUM, 6, 9, 0],
  ['one head short of two thirds', QUORUM, 5, 9, 1],
  ['exactly half, a hundredth short', ordinary, 40_000, 80_000, 1],
  ['special, 5 of 8', special, 5, 8, 1],
  ['nobody took part', ordinary, 0, 0, 1],
])('shortfall: %s', (_, threshold, part, whole, missing) => {
  expect(shortfall(threshold, part, whole)).toBe(missing)
})

test.each<[string, Threshold, number, number, number, number | undefined]>([
  ['holds already', ordinary, 5, 8, 12, 0],
  ['half: one more', ordinary, 4, 8, 12, 1],
  ['5 of 8 special: 4 more make 9 of 12', special, 5, 8, 12, 4],
  ['5 of 8 special with 3 left cannot', special, 5, 8, 11, undefined],
  ['nobody yet', special, 0, 0, 3, 1],
  ['nobody at all', special, 0, 0, 0, undefined],
])('newcomers: %s', (_, threshold, part, whole, total, needed) => {
  expect(newcomersNeeded(threshold, part, whole, total)).toBe(needed)
})

test('newcomers are the fewest that would do', () => {
  const given = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
    .map(([part, others, left]) => [part, part + others, part + others + left] as const)
  fc.assert(
    fc.property(given, fc.constantFrom(ordinary, special), ([part, whole, total], threshold) => {
      const needed = newcomersNeeded(threshold, part, whole, total)
      const wouldDo = (more: number) => reaches(threshold, part + more, whole + more)
      if (needed === undefined) expect(wouldDo(total - whole)).toBe(false)
      else expect([wouldDo(needed), needed > 0 && wouldDo(needed - 1)]).toEqual([true, false])
    }),
  )
})
