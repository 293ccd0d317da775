import { SIGNED } from '../signature.fixture.ts'
import { isSignature, SIGNATURE_BYTES } from './signature.ts'

/** A zigzag of so many points within a box. */
const zigzag = (points: number, width: number, height: number): number[] =>
  Array.from({ length: points }, (_, n) => [
    100 + Math.round((width * n) / (points - 1)),
    n % 2 === 0 ? 100 : 100 + height,
  ]).flat()

test('a name drawn across the pad stands under a ballot, as it was drawn', () => {
  expect(isSignature(SIGNED)).toEqual({ ok: true, value: SIGNED })
})

test.each([
  ['nothing at all', undefined, 'votes.signature_missing'],
  ['no stroke', [], 'votes.signature_missing'],
  ['strokes without a point', [[], []], 'votes.signature_missing'],
  ['a dot', [[500, 300]], 'votes.signature_too_small'],
  ['a short line', [[100, 100, 400, 300]], 'votes.signature_too_small'],
  ['a scribble in a corner', [zigzag(40, 124, 300)], 'votes.signature_too_small'],
  ['a line as flat as a ruler', [zigzag(40, 800, 49)], 'votes.signature_too_small'],
  ['a point without its height', [zigzag(40, 800, 300).slice(1)], 'votes.signature_unreadable'],
  ['a point beneath the pad', [[100, 601, ...zigzag(40, 800, 300)]], 'votes.signature_unreadable'],
  ['a point beside the pad', [[1_001, 5, ...zigzag(40, 800, 300)]], 'votes.signature_unreadable'],
  ['half a point', [[100.5, 5, ...zigzag(40, 800, 300)]], 'votes.signature_unreadable'],
  [
    'a painting',
    Array.from({ length: 30 }, () => zigzag(40, 800, 300)),
    'votes.signature_too_large',
  ],
] as const)('%s is refused: %p', (_, strokes, code) => {
  const drawn = strokes?.map((stroke) => [...stroke])
  expect(isSignature(drawn)).toEqual({ ok: false, code })
})

test('the least that is taken, and the most', () => {
  expect(isSignature([zigzag(8, 125, 50)]).ok).toBe(true)
  expect(isSignature([zigzag(7, 125, 50)]).ok).toBe(false)
  const strokes = [zigzag(40, 800, 300)]
  while (JSON.stringify([...strokes, [100, 100]]).length <= SIGNATURE_BYTES)
    strokes.push([100, 100])
  expect(isSignature(strokes).ok).toBe(true)
  expect(isSignature([...strokes, [100, 100]]).ok).toBe(false)
})
