import { api } from '#shared/api.ts'
import { PERMISSIONS } from '#shared/kernel/permissions.ts'
import type { Route } from '#shared/kernel/route.ts'
import { expectCurrent } from '../generated-doc.fixture.ts'
import { permissionMatrix } from './permission-matrix.ts'

test('docs/permissions.md is current', () => {
  expectCurrent('docs/permissions.md', permissionMatrix())
})

const routes = Object.values(api).flatMap((contract) => Object.values<Route>(contract))

// Named before their operations, so that these can be written side by side.
const ANNOUNCED: readonly string[] = [
  'register:read',
  'register:import',
  'register:export',
  'binding:confirm',
  'binding:assist',
  'role:read',
  'role:give',
  'audit:read',
]

test('every permission guards an operation, so none is left over', () => {
  const used = new Set<string>([...routes.map((route) => route.access), ...ANNOUNCED])
  expect(Object.keys(PERMISSIONS).filter((permission) => !used.has(permission))).toEqual([])
})

test('every POST says how it takes an Idempotency-Key, and nothing else does', () => {
  for (const { method, idempotency, path } of routes) {
    expect([path, idempotency !== undefined]).toEqual([path, method === 'POST'])
  }
})

test('every operation inside a community names it in its path, and no other does', () => {
  for (const { access, path } of routes) {
    const inside = access !== 'anyone' && access !== 'signed_in'
    expect([path, path.startsWith('/communities/:community')]).toEqual([path, inside])
  }
})
