import { freshMinutesOf, isLoginFresh, needsSignature } from './fresh-login.ts'

const NOW = new Date('2026-12-10T02:00:00.000Z')
const RULES = { loginFreshMinutes: 10, signatureRequired: true }

test.each([
  ['just now', '2026-12-10T02:00:00.000Z', 10, true],
  ['a moment short of ten minutes ago', '2026-12-10T01:50:00.001Z', 10, true],
  ['ten minutes ago', '2026-12-10T01:50:00.000Z', 10, false],
  ['yesterday', '2026-12-09T02:00:00.000Z', 10, false],
  ['never', undefined, 10, false],
  ['yesterday, where any login does', '2026-12-09T02:00:00.000Z', undefined, true],
  ['never, where any login does', undefined, undefined, true],
] as const)('who showed who is there %s: %p with %p minutes is fresh: %p', (_, at, minutes, ok) => {
  expect(isLoginFresh(at, minutes, NOW)).toEqual(
    ok ? { ok, value: true } : { ok, code: 'votes.login_not_fresh', params: { minutes } },
  )
})

test.each([
  ['local_electronic', 10, true],
  ['advisory', undefined, false],
  ['paper_assisted', undefined, false],
  ['official_external', undefined, false],
] as const)('%s asks for a login of %p minutes, and a signature: %p', (mode, minutes, signed) => {
  expect(freshMinutesOf(mode, RULES)).toBe(minutes)
  expect(needsSignature(mode, RULES)).toBe(signed)
})

test('rules may ask for neither', () => {
  const lax = { loginFreshMinutes: null, signatureRequired: false }
  expect(freshMinutesOf('local_electronic', lax)).toBeUndefined()
  expect(needsSignature('local_electronic', lax)).toBe(false)
})
