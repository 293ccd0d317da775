import fc from 'fast-check'
import { ALPHABET } from '#shared/kernel/public-number.ts'
import { formatCode, invitationCode, readCode } from './invitation-code.ts'

const codes = fc.uint8Array({ minLength: 11, maxLength: 32 }).map(invitationCode)

test('a code is read however it is written', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const written = formatCode(code)
      expect(written).toMatch(/^.{4}-.{4}-.{4}$/)
      for (const typed of [written, written.toLowerCase(), ` ${written.replace(/-/g, ' ')} `]) {
        expect(readCode(typed)).toBe(code)
      }
    }),
  )
})

test('one symbol wrong, or two neighbours swapped, is no code', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.nat(21), (code, at, step) => {
      const symbols = Array.from(code)
      const was = ALPHABET.indexOf(symbols[at] ?? '')
      symbols[at] = ALPHABET.charAt((was + 1 + step) % ALPHABET.length)
      expect(readCode(symbols.join(''))).toBeUndefined()
      const [a = '', b = ''] = [code[at % 10], code[(at % 10) + 1]]
      fc.pre(a !== b)
      const swapped = code.slice(0, at % 10) + b + a + code.slice((at % 10) + 2)
      expect(readCode(swapped)).toBeUndefined()
    }),
  )
})

test.each(['', 'ABC', '3'.repeat(13), '0000-0000-0000', 'ＡＢＣＤ', '👩‍👩‍👧‍👦'])(
  '%j is no code',
  (typed) => {
    expect(readCode(typed)).toBeUndefined()
  },
)
