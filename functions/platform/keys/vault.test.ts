import fc from 'fast-check'
import { openRing, type KeyRing } from './ring.ts'
import { ringVault } from './vault.ts'

const secret = (byte: number) => new Uint8Array(32).fill(byte)
const now = () => new Date('2026-11-24T02:00:00Z')
const vaultOf = (ring: KeyRing) => ringVault(openRing(ring, { now }))
const OLD: KeyRing = { root: secret(1), keys: [] }
const NEW: KeyRing = { root: secret(1), keys: [{ id: '1', secret: secret(2), from: now() }] }

test('what was sealed is opened for the same purpose, whatever the text', () => {
  const vault = vaultOf(OLD)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, purpose) => {
      expect(vault.open(purpose, vault.seal(purpose, text))).toBe(text)
    }),
  )
})

test('one text sealed twice looks like two', () => {
  const vault = vaultOf(OLD)
  expect(vault.seal('phone', '13800000001')).not.toBe(vault.seal('phone', '13800000001'))
})

test('a sealed text shows nothing of itself and fits a key or an address', () => {
  const sealed = vaultOf(NEW).seal('phone', '13800000001')
  expect(sealed).toMatch(/^v1\.1\.[\w-]+$/)
  expect(Buffer.from(sealed, 'base64url').includes('138')).toBe(false)
})

test('after a rotation the old is still opened, and the new is sealed under the new key', () => {
  const old = vaultOf(OLD).seal('phone', '13800000001')
  const vault = vaultOf(NEW)
  expect(vault.open('phone', old)).toBe('13800000001')
  expect(vaultOf(OLD).open('phone', vault.seal('phone', '13800000001'))).toBeUndefined()
})

test('a key whose time has not come opens but does not seal', () => {
  const later = { ...NEW, keys: [{ id: '1', secret: secret(2), from: new Date('2027-01-01') }] }
  expect(vaultOf(later).seal('phone', 'x')).toMatch(/^v1\.0\./)
  expect(vaultOf(later).open('phone', vaultOf(NEW).seal('phone', 'x'))).toBe('x')
})

describe('nothing is opened', () => {
  const sealed = vaultOf(OLD).seal('phone', '13800000001')
  const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')

  test.each([
    ['for another purpose', 'totp', sealed],
    ['after a change', 'phone', flipped],
    ['under a key that is not on the ring', 'phone', sealed.replace('v1.0.', 'v1.9.')],
    ['of another form', 'phone', '13800000001'],
    ['of a text cut short', 'phone', sealed.slice(0, 30)],
    ['of nothing', 'phone', ''],
  ])('%s', (_, purpose, text) => {
    expect(vaultOf(OLD).open(purpose, text)).toBeUndefined()
  })

  test('under another secret', () => {
    expect(vaultOf({ root: secret(3), keys: [] }).open('phone', sealed)).toBeUndefined()
  })
})

test('a short key is refused', () => {
  expect(() => vaultOf({ root: new Uint8Array(31), keys: [] })).toThrow('32 bytes')
})
