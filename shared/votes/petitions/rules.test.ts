import * as fc from 'fast-check'
import { NATIONAL } from '../profiles/national.ts'
import { canJoin, canLeave, openUntil, petitionState, supportOf } from './rules.ts'

const share = NATIONAL.values.petition.value
const days = NATIONAL.values.petitionDays.value
const now = new Date('2026-12-01T00:00:00.000Z')
const later = '2026-12-02T00:00:00.000Z'
const earlier = '2026-11-30T00:00:00.000Z'

// Whole numbers up to the largest exact one: a share of a fifth is decided in integers, never by a quotient.
const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

test('what is needed is the least that is a fifth, on either axis', () => {
  fc.assert(
    fc.property(whole, whole, (heads, areaCenti) => {
      const total = { heads, areaCenti }
      const at = (signed: typeof total) => supportOf(signed, total, share, earlier)
      const { neededHeads, neededAreaCenti } = at({ heads: 0, areaCenti: 0 })
      const enough = at({ heads: neededHeads, areaCenti: neededAreaCenti })
      const short = at({ heads: neededHeads - 1, areaCenti: neededAreaCenti - 1 })
      expect(BigInt(neededHeads) * 5n >= BigInt(heads)).toBe(true)
      expect(BigInt(neededHeads - 1) * 5n < BigInt(heads)).toBe(true)
      expect(BigInt(neededAreaCenti) * 5n >= BigInt(areaCenti)).toBe(true)
      expect(BigInt(neededAreaCenti - 1) * 5n < BigInt(areaCenti)).toBe(true)
      expect([enough.reachesHeads, enough.reachesArea, enough.mustBeCalled]).toEqual(
        Array(3).fill(true),
      )
      expect([short.reachesHeads, short.reachesArea, short.mustBeCalled]).toEqual(
        Array(3).fill(false),
      )
    }),
  )
})

test('area alone calls nothing: heads decide, 物业管理条例 art. 13', () => {
  const total = { heads: 11, areaCenti: 100_000 }
  const support = supportOf({ heads: 1, areaCenti: 70_000 }, total, share, earlier)
  expect(support).toMatchObject({ reachesArea: true, reachesHeads: false, mustBeCalled: false })
})

test.each([
  ['open', { until: later, isCounting: false }, 'open', true, true],
  ['too few in the end', { until: earlier, isCounting: false }, 'lapsed', false, true],
  ['joined in time, not counted yet', { until: earlier, isCounting: true }, 'open', false, true],
  ['enough', { until: later, isCounting: false, reachedAt: earlier }, 'reached', true, false],
  [
    'enough, long ago',
    { until: earlier, isCounting: false, reachedAt: earlier },
    'reached',
    true,
    false,
  ],
] as const)('%s', (_, life, state, joins, leaves) => {
  expect(petitionState(life, now)).toBe(state)
  expect([canJoin(life, now).ok, canLeave(life).ok]).toEqual([joins, leaves])
})

test('90 days, each of them whole in Shanghai', () => {
  expect(days).toBe(90)
  expect(openUntil(new Date('2026-11-24T15:59:59.999Z'), days).toISOString()).toBe(
    '2027-02-22T16:00:00.000Z',
  )
})
