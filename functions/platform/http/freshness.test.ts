import { audit } from '#shared/audit/contract.ts'
import { bindings } from '#shared/bindings/contract.ts'
import type { Contract, Route } from '#shared/kernel/route.ts'
import { roleContracts } from '#shared/people/roles-contract.ts'
import { register } from '#shared/register/contract.ts'
import { sessions } from '#shared/sessions/contract.ts'
import type { Identity } from './access.ts'
import { demandFresh } from './freshness.ts'

const contracts: readonly Contract[] = [
  sessions,
  register,
  bindings,
  audit,
  ...Object.values(roleContracts),
]
const all = contracts.flatMap((one) => Object.values(one))
const fresh = all.filter((route) => route.fresh)
const named = ({ method, path }: Route): string => `${method} ${path}`

test.each([
  'POST /communities/:community/invitations',
  'POST /communities/:community/roles/:person/:grant/end',
  'POST /platform/invitations',
  'POST /communities/:community/register/imports/:import/confirm',
  'POST /communities/:community/register/versions/:version/undo',
  'POST /communities/:community/register/units/:unit/transfers',
  'POST /communities/:community/register/exports',
  'POST /communities/:community/bindings/:binding/confirm',
  'POST /communities/:community/bindings/:binding/end',
  'GET /communities/:community/audit',
  'POST /sessions/second-factor',
  'POST /sessions/second-factor/recovery',
  'DELETE /sessions/second-factor',
])('%s is dangerous', (name) => {
  expect(fresh.map(named)).toContain(name)
})

test('what anyone may ask cannot be: nobody is there to confirm it', () => {
  expect(fresh.filter(({ access }) => access === 'anyone')).toEqual([])
})

describe('a dangerous act is let through', () => {
  const route = fresh[0] as Route
  const now = new Date('2026-11-24T02:00:00Z')
  const confirmed = (msAgo: number | undefined) =>
    ({
      ...(msAgo !== undefined && { confirmedAt: new Date(now.getTime() - msAgo).toISOString() }),
    }) as Identity

  test.each([
    ['at once', 0, true],
    ['within ten minutes', 599_999, true],
    ['not after', 600_000, false],
    ['not where nothing was ever confirmed', undefined, false],
  ])('%s', (_, msAgo, through) => {
    const ask = () => demandFresh(route, confirmed(msAgo), now)
    if (through) expect(ask).not.toThrow()
    else expect(ask).toThrow('sessions.confirm_needed')
  })

  test('not for nobody', () => {
    expect(() => demandFresh(route, undefined, now)).toThrow('sessions.confirm_needed')
  })
})
