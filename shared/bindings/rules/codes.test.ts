import { DAY } from '#shared/kernel/calendar.ts'
import { CHAIR, claimBy, CLERK, done, homeWith, NOW, RULES, SOLE } from './bindings.fixture.ts'
import { addUser, cancelCode, codeWith, issueCode, withoutCode, type Issuing } from './codes.ts'
import { confirm, endUser, withdraw } from './deciding.ts'
import { tick } from './following.ts'
import { EMPTY, type Acting, type Code, type Home } from './home.ts'

const owned = done(
  confirm(
    homeWith([claimBy('a')]),
    { binding: 'b-a', owner: 'k-zhang', evidence: { kind: 'register_match' } },
    CHAIR,
    SOLE,
    RULES,
    NOW,
  ),
)
const OWNER: Acting = { person: 'a', role: 'owner' }

const issued = (home: Home, by: Acting, rest: Partial<Issuing> = {}) =>
  issueCode(home, { code: 'c', hash: 'h', relation: 'family', ...rest }, by, SOLE, RULES, NOW)
const codeOf = (home: Home): Code => {
  const [code] = home.codes
  if (!code) throw new Error('no code')
  return code
}
const joined = (home: Home, person = 'u') =>
  done(addUser(home, codeOf(home), { binding: `b-${person}`, person, name: '李小花' }, RULES, NOW))

test.each([
  ['staff, for an owner', CLERK, { relation: 'owner', owner: 'k-zhang' }],
  ['staff, for a tenant', CLERK, { relation: 'tenant' }],
  ['the owner, for family', OWNER, {}],
] as const)('a code is issued by %s', (_, by, rest) => {
  expect(codeOf(done(issued(owned, by, rest)))).toMatchObject({
    issuedBy: by.person,
    expiresAt: new Date(NOW.getTime() + 14 * DAY).toISOString(),
  })
})

const many = Array.from({ length: 10 }, (_, n) => ({
  ...codeOf(done(issued(owned, OWNER))),
  code: `c${n}`,
}))
test.each([
  ['an owner, for an owner', OWNER, owned, { relation: 'owner', owner: 'k-zhang' }, 'not_issuer'],
  ['who is no verified owner', OWNER, homeWith([claimBy('a')]), {}, 'owners_only'],
  [
    'staff, for an owner nobody knows',
    CLERK,
    owned,
    { relation: 'owner', owner: 'k-x' },
    'not_on_register',
  ],
  ['staff, for no owner', CLERK, owned, { relation: 'owner' }, 'not_on_register'],
  ['an end that is past', OWNER, owned, { until: '2026-11-23' }, 'until_past'],
  ['an eleventh', OWNER, { ...owned, codes: many }, {}, 'too_many_codes'],
] as const)('a code is refused: %s', (_, by, home, rest, code) => {
  expect(issued(home, by, rest)).toMatchObject({ ok: false, code: `bindings.${code}` })
})

test('a code is found by its hash until it expires, and is gone once used or void', () => {
  const home = done(issued(owned, OWNER))
  const at = (ms: number) => codeWith(home, 'h', new Date(NOW.getTime() + ms))
  expect(at(14 * DAY - 1).ok).toBe(true)
  expect(at(14 * DAY)).toMatchObject({ code: 'bindings.code_expired' })
  expect(codeWith(home, 'other', NOW)).toMatchObject({ code: 'bindings.code_wrong' })
  expect(codeWith(withoutCode(home, 'c'), 'h', NOW)).toMatchObject({ code: 'bindings.code_wrong' })
  expect(joined(home).codes).toEqual([])
  expect(done(cancelCode(home, 'c', { person: 'a', isStaff: false })).codes).toEqual([])
  expect(tick(home, new Date(NOW.getTime() + 14 * DAY)).home.codes).toEqual([])
})

test('an owner voids no code that staff gave an owner, and nobody else voids any', () => {
  const home = done(issued(owned, CLERK, { relation: 'owner', owner: 'k-zhang' }))
  expect(cancelCode(home, 'c', { person: 'a', isStaff: false })).toMatchObject({
    code: 'bindings.code_gone',
  })
  expect(cancelCode(home, 'c', { person: 'x', isStaff: false })).toMatchObject({
    code: 'bindings.owners_only',
  })
})

describe('users', () => {
  const withFamily = joined(done(issued(owned, OWNER)))

  test('are bound by the code alone', () => {
    expect(withFamily.bindings[1]).toMatchObject({
      relation: 'family',
      status: 'verified',
      givenBy: 'a',
    })
  })

  test('who has a binding there already gets no second', () => {
    const again = done(issued(withFamily, OWNER))
    const who = { binding: 'b-9', person: 'u', name: '李小花' }
    expect(addUser(again, codeOf(again), who, RULES, NOW)).toMatchObject({
      code: 'bindings.already_yours',
    })
    expect(addUser(again, codeOf(again), { ...who, person: 'a' }, RULES, NOW)).toMatchObject({
      code: 'bindings.already_yours',
    })
  })

  test('a home has twenty at most', () => {
    let home: Home = owned
    for (let n = 0; n < 20; n += 1) home = joined(done(issued(home, OWNER)), `u${n}`)
    home = done(issued(home, OWNER))
    const who = { binding: 'b-9', person: 'u20', name: '李小花' }
    expect(addUser(home, codeOf(home), who, RULES, NOW)).toMatchObject({
      code: 'bindings.too_many_users',
    })
  })

  test('are ended by a verified owner or by staff', () => {
    const byOwner = done(endUser(withFamily, 'b-u', { person: 'a', isStaff: false }, NOW))
    expect(byOwner.bindings[1]?.ended?.reason).toBe('ended_by_owner')
    const byStaff = done(endUser(withFamily, 'b-u', { person: 'clerk', isStaff: true }, NOW))
    expect(byStaff.bindings[1]?.ended?.reason).toBe('ended_by_staff')
    expect(endUser(byOwner, 'b-u', { person: 'a', isStaff: false }, NOW)).toMatchObject({
      code: 'bindings.already_ended',
    })
    expect(endUser(owned, 'b-u', { person: 'a', isStaff: false }, NOW)).toMatchObject({
      code: 'bindings.not_found',
    })
  })

  test('family goes with the owner who brought it; a tenant stays, and so does whom staff added', () => {
    let home = withFamily
    home = joined(done(issued(home, OWNER, { relation: 'tenant' })), 't')
    home = joined(done(issued(home, CLERK, { relation: 'family' })), 's')
    home = done(issued(home, OWNER))
    const after = done(withdraw(home, 'b-a', 'a', SOLE, NOW))
    expect(after.bindings.map(({ person, status }) => [person, status])).toEqual([
      ['a', 'ended'],
      ['u', 'ended'],
      ['t', 'verified'],
      ['s', 'verified'],
    ])
    expect(after.codes).toEqual([])
  })

  test('end after their last day', () => {
    const home = joined(done(issued(owned, OWNER, { relation: 'tenant', until: '2026-11-30' })))
    const on = (time: string) => tick(home, new Date(time)).home.bindings[1]?.status
    expect([on('2026-11-30T15:59:59Z'), on('2026-11-30T16:00:00Z')]).toEqual(['verified', 'ended'])
  })
})

test('a code for an owner adds no user', () => {
  const home = done(issued(EMPTY, CLERK, { relation: 'owner', owner: 'k-zhang' }))
  const who = { binding: 'b', person: 'u', name: '张三' }
  expect(addUser(home, codeOf(home), who, RULES, NOW)).toMatchObject({
    code: 'bindings.code_wrong',
  })
})
