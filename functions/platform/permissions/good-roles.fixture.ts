import { api } from '#shared/api.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Scope } from '#shared/people/scopes.ts'
import {
  here,
  HERE,
  named,
  send,
  WORDS,
  type Gift,
  type PeopleApp,
} from '../../people/people.fixture.ts'
import { personsIn } from '../../people/repository.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

/** Who gives what, by the place it is for; the second is given to be ended. */
const GIVEN: readonly (readonly [Scope, string, Gift])[] = [
  ['community', 'the-street', { role: 'committee', post: 'chair', lastDay: '2029-11-23' }],
  ['company', 'the-admin', { role: 'company' }],
  ['street', 'the-district', { role: 'street' }],
  ['district', 'the-district', { role: 'department' }],
  ['platform', 'the-admin', { role: 'city' }],
]

const CONTRACTS = {
  community: api.communityRoles,
  company: api.companyRoles,
  street: api.streetRoles,
  district: api.districtRoles,
  platform: api.platformRoles,
} as const

/** Somebody who holds each of them, and whom nobody else of the world needs. */
const LEAVING = 'leaving'
const FROM = '2026-01-01T00:00:00.000Z'
const grantOf = (role: Role, scope: Scope): string => `${role}-${HERE[scope]}`

export async function goodRoles(app: PeopleApp): Promise<GoodRequest[]> {
  await personsIn(app.ports.table).add(LEAVING, {
    name: '曾离任',
    grants: GIVEN.map(([scope, , { role }]) => ({ scope, of: HERE[scope], role, from: FROM })),
    homes: [],
  })
  const requests: GoodRequest[] = []
  for (const [scope, giver, gift] of GIVEN) {
    const contract = CONTRACTS[scope] as typeof api.communityRoles
    const place = named(here(scope)) as { community: string }
    const { invitation } = (await send(app, giver, gift)).body.invitation
    const grant = grantOf(gift.role, scope)
    const ending = { person: LEAVING, grant, reason: '工作调动' }
    requests.push(
      good(contract.invite, giver, { ...place, ...WORDS, ...gift } as never),
      good(contract.withdraw, giver, { ...place, invitation }),
      good(contract.end, giver, { ...place, ...ending }),
    )
  }
  const [[, street, chair] = GIVEN[0] as never] = GIVEN
  const { code } = (await send(app, street, chair)).body
  return [
    ...requests,
    good(api.people.look, 'somebody', { code }),
    good(api.people.join, 'nobody', { code }),
    good(api.people.resign, 'the-mediator', { grant: grantOf('mediator', 'street') }),
  ]
}
