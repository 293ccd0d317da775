import { SignJWT } from 'jose'
import { secretKeys } from './keys.ts'
import { derive, openRing, type KeyRing, type RingKey } from './ring.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.parse('2026-11-24T02:00:00Z')
const secret = (byte: number) => new Uint8Array(32).fill(byte)
const key = (id: string, byte: number, fromMs: number): RingKey => ({
  id,
  secret: secret(byte),
  from: new Date(START + fromMs),
})
const ring = (...keys: readonly RingKey[]): KeyRing => ({ root: secret(1), keys })

let now = new Date(START)
const at = (ms: number): Date => (now = new Date(START + ms))
beforeEach(() => void at(0))

const keysOn = (first: KeyRing, read?: () => Promise<KeyRing>) =>
  secretKeys(openRing(first, { now: () => now, ...(read && { read }) }))
const claims = (ms = 30 * DAY) => ({
  person: 'zhang',
  session: 's1',
  expiresAt: (START + ms) / 1_000,
})
const kidIn = (token: string): unknown =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: unknown })
    .kid

test('a token says whose it is until it expires', async () => {
  const keys = keysOn(ring())
  const token = await keys.signToken(claims(15 * MINUTE))
  expect(await keys.verifyToken(token, at(15 * MINUTE - 1))).toEqual(claims(15 * MINUTE))
  expect(await keys.verifyToken(token, at(15 * MINUTE))).toBeUndefined()
})

test('a token of the first release, which names no key, is good until it expires', async () => {
  const old = await new SignJWT({ sid: 's1' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('zhang')
    .setExpirationTime(claims(7 * DAY).expiresAt)
    .sign(derive(secret(1), 'session token'))
  const rotated = keysOn(ring(key('1', 2, 0)))
  expect(await rotated.verifyToken(old, at(7 * DAY - 1))).toEqual(claims(7 * DAY))
  expect(await rotated.verifyToken(old, at(7 * DAY))).toBeUndefined()
})

describe('a key that is replaced', () => {
  const before = ring(key('1', 2, -DAY))
  const after = ring(key('1', 2, -DAY), key('2', 3, 10 * MINUTE))

  test('signs until the time of the new one has come', async () => {
    const keys = keysOn(after)
    expect(kidIn(await keys.signToken(claims()))).toBe('1')
    at(10 * MINUTE)
    expect(kidIn(await keys.signToken(claims()))).toBe('2')
  })

  test('logs nobody out: what it signed is good for as long as any token lives', async () => {
    const token = await keysOn(before).signToken(claims())
    const keys = keysOn(after)
    expect(await keys.verifyToken(token, at(8 * DAY))).toEqual(claims())
    expect(await keys.verifyToken(token, at(8 * DAY + 10 * MINUTE))).toBeUndefined()
  })

  test('can be ended at once where it was seen by others', async () => {
    const token = await keysOn(before).signToken(claims())
    const seen = { ...key('1', 2, -DAY), endsAt: new Date(START + MINUTE) }
    const keys = keysOn(ring(seen, key('2', 3, 0)))
    expect(await keys.verifyToken(token, at(0))).toEqual(claims())
    expect(await keys.verifyToken(token, at(MINUTE))).toBeUndefined()
  })

  test('changes no digest: what is stored under one is found again', () => {
    expect(keysOn(after).digestText('openid', 'o1')).toBe(keysOn(before).digestText('openid', 'o1'))
    expect(keysOn(before).digestText('openid', 'o1')).toBe(
      secretKeys(secret(1)).digestText('openid', 'o1'),
    )
  })
})

describe('a process that began before the rotation', () => {
  const after = ring(key('1', 2, 0))
  const ofAnother = () => keysOn(after).signToken(claims())

  test('learns the new key from a token that names it, but asks at most twice a minute', async () => {
    let asked = 0
    const keys = keysOn(ring(), () => Promise.resolve(asked++ < 1 ? ring() : after))
    const token = await ofAnother()
    expect(await keys.verifyToken(token, at(29_999))).toBeUndefined()
    expect(asked).toBe(0)
    expect(await keys.verifyToken(token, at(30_000))).toBeUndefined()
    expect(await keys.verifyToken(token, at(31_000))).toBeUndefined()
    expect(asked).toBe(1)
    expect(await keys.verifyToken(token, at(60_000))).toEqual(claims())
  })

  test('learns it in time without one', async () => {
    const keys = keysOn(ring(), () => Promise.resolve(ring(key('1', 2, 10 * MINUTE))))
    const token = await keys.signToken(claims())
    at(5 * MINUTE)
    await keys.verifyToken(token, now)
    at(10 * MINUTE)
    expect(kidIn(await keys.signToken(claims()))).toBe('1')
  })

  test('keeps what it has where the ring cannot be read', async () => {
    const keys = keysOn(ring(), () => Promise.reject(new Error('unreachable')))
    const token = await keys.signToken(claims())
    expect(await keys.verifyToken(token, at(5 * MINUTE))).toEqual(claims())
  })
})

describe('no token', () => {
  test.each([
    ['of another key', secretKeys(secret(9))],
    ['of a key that is not on the ring', keysOn(ring(key('7', 7, -DAY)))],
  ])('%s', async (_, other) => {
    expect(await keysOn(ring()).verifyToken(await other.signToken(claims()), now)).toBeUndefined()
  })

  test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '.'.repeat(300)])(
    '%j is one',
    async (text) => {
      expect(await keysOn(ring()).verifyToken(text, now)).toBeUndefined()
    },
  )

  test('whose claims were changed', async () => {
    const [header, , signature] = (await keysOn(ring()).signToken(claims())).split('.')
    const body = Buffer.from('{"sub":"li","sid":"s1","exp":9999999999}').toString('base64url')
    const forged = `${header}.${body}.${signature}`
    expect(await keysOn(ring()).verifyToken(forged, now)).toBeUndefined()
  })
})

test.each([
  [ring({ ...key('1', 2, 0), secret: new Uint8Array(31) })],
  [{ root: new Uint8Array(31), keys: [] }],
])('a key of less than 32 bytes is refused', (short) => {
  expect(() => keysOn(short)).toThrow('at least 32 bytes')
})
