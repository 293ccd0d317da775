import { base32, codeAt, SECRET_BYTES, stepShown, totpUri } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')

// RFC 4226, appendix D.
test.each([
  [0, '755224'],
  [1, '287082'],
  [2, '359152'],
  [3, '969429'],
  [4, '338314'],
  [5, '254676'],
  [6, '287922'],
  [7, '162583'],
  [8, '399871'],
  [9, '520489'],
])('the code of step %d is %s', (step, code) => {
  expect(codeAt(SECRET, step)).toBe(code)
})

// RFC 6238, appendix B, SHA-1.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %d eight digits are %s', (second, code) => {
  expect(codeAt(SECRET, Math.floor(second / 30), 8)).toBe(code)
})

describe('a code is taken', () => {
  const now = new Date('2026-11-24T02:00:10Z')
  const step = Math.floor(now.getTime() / 30_000)
  const NEVER = 0

  test.each([
    ['of the step before', -1, true],
    ['of this step', 0, true],
    ['of the next, from a phone that runs fast', 1, true],
    ['two steps old', -2, false],
    ['two steps ahead', 2, false],
  ])('%s', (_, shift, taken) => {
    const code = codeAt(SECRET, step + shift)
    expect(stepShown(SECRET, code, now, NEVER)).toBe(taken ? step + shift : undefined)
  })

  test('once, and none older than the one before', () => {
    expect(stepShown(SECRET, codeAt(SECRET, step), now, step)).toBeUndefined()
    expect(stepShown(SECRET, codeAt(SECRET, step - 1), now, step)).toBeUndefined()
    expect(stepShown(SECRET, codeAt(SECRET, step + 1), now, step)).toBe(step + 1)
  })

  test('as authenticators show it, in two groups', () => {
    const code = codeAt(SECRET, step)
    expect(stepShown(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, now, NEVER)).toBe(step)
  })

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('never %j', (code) => {
    expect(stepShown(SECRET, code, now, NEVER)).toBeUndefined()
  })
})

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded)
})

test('an authenticator reads issuer, account and secret', () => {
  const uri = new URL(totpUri(SECRET, '陈主任'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('家园:陈主任')
  expect(uri.searchParams.get('secret')).toBe(base32(SECRET))
  expect(SECRET).toHaveLength(SECRET_BYTES)
})
