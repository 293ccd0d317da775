import { NATIONAL } from '../profiles/national.ts'
import { petitionOf } from './petition.ts'

const { petition: share } = NATIONAL.values
const C1 = { heads: 9, areaCenti: 120_000 }
const C4 = { heads: 11, areaCenti: 100_000 }

// Cases P01 to P03 of the specification, and the edge: a fifth exactly is enough.
test.each([
  ['P01', { heads: 3, areaCenti: 40_000 }, C1, true, true],
  ['P02', { heads: 2, areaCenti: 50_000 }, C1, true, true],
  [
    'P03: one investor with seven tenths of the area',
    { heads: 1, areaCenti: 70_000 },
    C4,
    false,
    true,
  ],
  [
    'a fifth exactly',
    { heads: 2, areaCenti: 20_000 },
    { heads: 10, areaCenti: 100_000 },
    true,
    true,
  ],
  [
    'a hair less area',
    { heads: 2, areaCenti: 19_999 },
    { heads: 10, areaCenti: 100_000 },
    true,
    false,
  ],
  ['nobody', { heads: 0, areaCenti: 0 }, C1, false, false],
])('%s', (_name, signed, total, reachesHeads, reachesArea) => {
  expect(petitionOf(signed, total, share.value)).toEqual({
    ...signed,
    reachesHeads,
    reachesArea,
    mustBeCalled: reachesHeads,
  })
})
