import { api } from '#shared/api.ts'
import { can, PERMISSIONS, type Permission } from '#shared/kernel/permissions.ts'
import type { Route } from '#shared/kernel/route.ts'
import { scopeOf } from '../http/access.ts'
import { expectCurrent } from '../generated-doc.fixture.ts'
import { permissionMatrix } from './permission-matrix.ts'

test('docs/permissions.md is current', () => {
  expectCurrent('docs/permissions.md', permissionMatrix())
})

const routes = Object.values(api).flatMap((contract) => Object.values<Route>(contract))

test('every permission guards an operation, so none is left over', () => {
  const used = new Set<string>(routes.map((route) => route.access))
  expect(Object.keys(PERMISSIONS).filter((permission) => !used.has(permission))).toEqual([])
})

test('every POST says how it takes an Idempotency-Key, and nothing else does', () => {
  for (const { method, idempotency, path } of routes) {
    expect([path, idempotency !== undefined]).toEqual([path, method === 'POST'])
  }
})

test('every operation that needs a role names its place in its path, and no other does', () => {
  for (const { access, path } of routes) {
    const inside = access !== 'anyone' && access !== 'signed_in'
    expect([path, scopeOf(path) !== undefined]).toEqual([path, inside])
  }
})

// What only neighbours say to each other, and what is one household's alone: no office reads it by its role.
const HOUSEHOLDS_OWN: readonly Permission[] = ['fee:read', 'vote:cast', 'complaint:file']

test.each(['company', 'district', 'street', 'admin', 'city', 'department'] as const)(
  '%s sees nothing that is a household’s own',
  (role) => {
    expect(HOUSEHOLDS_OWN.filter((permission) => can([role], permission))).toEqual([])
  },
)

// Which complaints these reach is a rule of theirs: what came up to the district, and what a street let pass.
const OF_COMPLAINTS: readonly Permission[] = [
  ...(['complaint:answer', 'complaint:district', 'complaint:elsewhere'] as const),
  ...(['complaint:evidence', 'complaint:meet', 'complaint:queue'] as const),
  ...(['complaint:read', 'complaint:review'] as const),
]

test('a district sees what is published, emergencies, figures, roles and the audit, and no case but complaints that come up', () => {
  const sees = Object.keys(PERMISSIONS).filter((one) => can(['district'], one as Permission))
  expect(sees.sort()).toEqual([
    'audit:read',
    'calendar:read',
    'community:read',
    ...OF_COMPLAINTS,
    'emergency:area',
    'emergency:read',
    'fee:collection',
    'fee:standard',
    'notice:read',
    'role:give',
    'role:read',
    'vote:read',
  ])
})
