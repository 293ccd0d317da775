import { can, PERMISSIONS, ROLES, type Role } from '#shared/kernel/permissions.ts'
import { givableAt, givablePosts, GIVINGS, mayEnd, mayGive, scopesOf } from './giving.ts'
import { POSTS_OF } from './posts.ts'
import { SCOPES, type Scope } from './scopes.ts'

/** From the narrowest to the widest; a company's communities lie beside the streets. */
const WIDTH: Readonly<Record<Scope, number>> = {
  community: 0,
  company: 1,
  street: 1,
  district: 2,
  platform: 3,
}

test.each(GIVINGS.map((line) => [line.by, line.at, line] as const))(
  '%s gives nothing wider than what it holds itself (%s)',
  (by, at) => {
    const own = scopesOf(by).map((scope) => WIDTH[scope])
    expect(WIDTH[at]).toBeLessThanOrEqual(Math.max(...own))
  },
)

test('every role but a household’s is given by somebody, at one scope', () => {
  const given = ROLES.filter((role) => scopesOf(role).length === 1)
  expect(ROLES.filter((role) => !given.includes(role))).toEqual(['owner', 'tenant'])
})

test('who may give roles may do it by permission, and nobody else', () => {
  const givers = new Set(GIVINGS.map(({ by }) => by))
  expect([...PERMISSIONS['role:give']].sort()).toEqual([...givers].sort())
  expect([...givers].filter((role) => !can([role], 'role:read'))).toEqual([])
})

test('each line of givers begins with an administrator', () => {
  const reached = new Set<Role>(['admin'])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const { by, roles } of GIVINGS) {
      if (reached.has(by)) for (const role of roles) reached.add(role)
    }
  }
  expect(ROLES.filter((role) => !reached.has(role))).toEqual(['owner', 'tenant'])
})

test('what is offered may be given, and what may be given is offered', () => {
  for (const by of ROLES) {
    for (const at of SCOPES) {
      for (const role of ROLES) {
        const isOffered = givableAt([by], at).includes(role)
        const posts = POSTS_OF[role] ? givablePosts([by], at, role) : [undefined]
        const may = posts.length > 0 && posts.every((post) => mayGive([by], at, { role, post }).ok)
        expect([by, at, role, may]).toEqual([by, at, role, isOffered])
      }
    }
  }
})

test('a community gives grid workers, and ends them, but no other of its own', () => {
  expect(givablePosts(['community'], 'community', 'community')).toEqual(['grid'])
  const may = (post: 'grid' | 'worker') =>
    mayEnd(['community'], 'community', { role: 'community', post })
  expect([may('grid'), may('worker')]).toEqual([true, false])
})
