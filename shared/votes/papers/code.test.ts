import * as fc from 'fast-check'
import { ALPHABET, checkOf } from '#shared/kernel/public-number.ts'
import { parseSerial, parseSheetCode, readableCode, serialOf, writtenCode } from './code.ts'

const letters = fc
  .array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: 8, maxLength: 8 })
  .map((symbols) => symbols.join(''))
  .map((body) => body + checkOf(body))
const codes = fc.record({
  place: fc.integer({ min: 1, max: 50_000 }),
  edition: fc.integer({ min: 1, max: 20 }),
  letters,
})

test('what is printed is understood again, scanned or typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const typed = readableCode(code)
      for (const text of [
        writtenCode(code),
        typed,
        typed.toLowerCase(),
        ` ${typed.replaceAll('-', '—')} `,
      ]) {
        expect(parseSheetCode(text)).toEqual({ ok: true, value: code })
      }
      expect(parseSerial(serialOf(code))).toEqual({ place: code.place, edition: code.edition })
    }),
  )
})

test('one wrong symbol, or two that changed places, are seen before anybody asks the store', () => {
  fc.assert(
    fc.property(codes, fc.nat(8), fc.constantFrom(...Array.from(ALPHABET)), (code, at, other) => {
      const { letters: right } = code
      const wrong = right.slice(0, at) + other + right.slice(at + 1)
      fc.pre(wrong !== right)
      expect(parseSheetCode(writtenCode({ ...code, letters: wrong })).ok).toBe(false)
    }),
  )
})

test('one of the two coarsest QR codes holds it, however large the community', () => {
  // ISO/IEC 18004, table 7: 26 bytes in version 2 at level M.
  const longest = writtenCode({ place: 199_999, edition: 20, letters: 'KM7XR4PCA' })
  expect(longest.length).toBeLessThanOrEqual(26)
})

test.each(['', '12', '0-1', '12-0', '1-100', '12-1-', 'x-1', '12-1-1'])(
  'no serial: %s',
  (serial) => {
    expect(parseSerial(serial)).toBeUndefined()
  },
)
