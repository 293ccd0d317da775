import fc from 'fast-check'
import { piecesOf } from './text-pieces.ts'

test('a short text is one piece', () => {
  expect(piecesOf('楼道漏水')).toEqual(['楼道漏水'])
  expect(piecesOf('漏'.repeat(2_500))).toHaveLength(1)
})

test('a word on the cut stands whole in one of the pieces', () => {
  const text = `${'平'.repeat(2_497)}网上赌场${'安'.repeat(2_499)}`
  expect(piecesOf(text).some((piece) => piece.includes('网上赌场'))).toBe(true)
})

test('nothing is lost, no piece is too long, no emoji is cut', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('漏', 'a', '😀'), minLength: 2_400, maxLength: 6_000 }),
      (text) => {
        const pieces = piecesOf(text)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(2_500)
          expect(piece.isWellFormed()).toBe(true)
          expect(text).toContain(piece)
        }
        const least = text.length + (pieces.length - 1) * 50
        expect(pieces.join('').length).toBeGreaterThanOrEqual(least)
        expect(text.endsWith(pieces.at(-1) ?? '-')).toBe(true)
      },
    ),
    { numRuns: 30 },
  )
})
