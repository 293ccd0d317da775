import { maskName, rolesIn, type Grant } from './rules.ts'

const where = { community: 'c1', street: 's1', district: 'd1', company: 'k1' }
const now = new Date('2026-11-24T02:00:00.000Z')
const grant = (rest: Partial<Grant>): Grant => ({
  scope: 'community',
  of: 'c1',
  role: 'property',
  from: '2026-01-01T00:00:00.000Z',
  ...rest,
})
const roles = (grants: readonly Grant[], at: Parameters<typeof rolesIn>[1] = where) =>
  rolesIn({ grants, homes: [] }, at, now)

test.each<[string, Partial<Grant>, number]>([
  ['its community', {}, 1],
  ['another community', { of: 'c2' }, 0],
  ['its company', { scope: 'company', of: 'k1' }, 1],
  ['another company', { scope: 'company', of: 'k2' }, 0],
  ['its street', { scope: 'street', of: 's1' }, 1],
  ['its district', { scope: 'district', of: 'd1' }, 1],
  ['a district of the street’s name', { scope: 'district', of: 's1' }, 0],
  ['the platform', { scope: 'platform', of: 'platform' }, 1],
  ['ending this moment', { until: '2026-11-24T02:00:00.000Z' }, 0],
  ['ended a second ago', { until: '2026-11-24T01:59:59.000Z' }, 0],
  ['ending in a moment', { until: '2026-11-24T02:00:00.001Z' }, 1],
  ['beginning this moment', { from: '2026-11-24T02:00:00.000Z' }, 1],
  ['beginning in a moment', { from: '2026-11-24T02:00:00.001Z' }, 0],
])('a role for %s', (_, rest, held) => {
  expect(roles([grant(rest)])).toHaveLength(held)
})

test('roles count downwards only, and never where a place has no such thing above it', () => {
  expect(roles([grant({})], { street: 's1', district: 'd1' })).toEqual([])
  expect(roles([grant({ scope: 'street', of: 's1' })], { district: 'd1' })).toEqual([])
  expect(
    roles([grant({ scope: 'district', of: 'd1' })], { street: 's1', district: 'd1' }),
  ).toHaveLength(1)
  expect(roles([grant({ scope: 'district', of: 'undefined' })], { street: 's1' })).toEqual([])
})

test('a home makes an owner or a tenant of its community only', () => {
  const homes = [
    { community: 'c1', unit: '1-1-101', areaCenti: 1, relation: 'co_owner' as const },
    { community: 'c2', unit: '1-1-101', areaCenti: 1, relation: 'tenant' as const },
  ]
  const at = (community?: string) =>
    rolesIn({ grants: [], homes }, { community, street: 's1' }, now)
  expect([at('c1'), at('c2'), at('c3'), at()]).toEqual([['owner'], ['tenant'], [], []])
})

test.each([
  ['张明', '张*'],
  ['欧阳明月', '欧***'],
  ['安居物业服务公司', '安居物业服务公司'],
  ['', ''],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})
