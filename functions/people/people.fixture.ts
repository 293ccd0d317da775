import { api } from '#shared/api.ts'
import type { Community } from '#shared/communities/contract.ts'
import { ROLES, type Role } from '#shared/kernel/permissions.ts'
import { scopesOf } from '#shared/people/giving.ts'
import { PLATFORM, type Place, type Scope } from '#shared/people/scopes.ts'
import { addCommunity } from '../communities/repository.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { JINXIU } from '../platform/test-cast.fixture.ts'
import type { Table } from '../platform/table/table.ts'
import { personsIn } from './repository.ts'

export interface PeopleApp extends TestApp {
  readonly close: () => Promise<void>
}

/** Of the same district, in another street. */
const HILL: Community = {
  ...JINXIU,
  id: 'hill',
  code: 'HC',
  name: '山居',
  street: 'street-2',
  streetName: '山前街道',
  company: 'hill-co',
}
/** Elsewhere, under the same company. */
const SISTER: Community = {
  ...JINXIU,
  id: 'sister',
  code: 'CC',
  name: '姊妹园',
  street: 'street-3',
  streetName: '河西街道',
  district: 'district-2',
  districtName: '河西区',
}
/** It shares nothing with `jinxiu`. */
const FAR: Community = { ...SISTER, id: 'far', code: 'FC', name: '远庄', company: 'far-co' }

/** Where a person of a role holds it: `jinxiu`, or what it lies in. */
export const HERE: Readonly<Record<Scope, string>> = {
  community: 'jinxiu',
  company: 'anju',
  street: 'street-1',
  district: 'district-1',
  platform: PLATFORM,
}
export const here = (scope: Scope): Place => ({ scope, of: HERE[scope] })

/** Everybody who holds a role by being given it: `the-street`, … `jinxiu` has them all. */
const holderOf = (role: Role): string => `the-${role}`
const GIVEN_ROLES: readonly Role[] = ROLES.filter((role) => scopesOf(role).length > 0)

const FROM = '2026-01-01T00:00:00.000Z'

/** The cast, four more communities around `jinxiu`, a holder of each role that is given, and some without any. */
export async function openPeopleApp(
  open: Parameters<typeof openTestAppOn>[0],
  overrides: Parameters<typeof openTestAppOn>[1] = {},
): Promise<PeopleApp> {
  const app = await openTestAppOn(open, overrides)
  const { table } = app.ports
  for (const community of [HILL, SISTER, FAR]) await addCommunity(table, community)
  const persons = personsIn(table)
  for (const role of GIVEN_ROLES) {
    const [scope = 'community'] = scopesOf(role)
    await persons.add(holderOf(role), {
      name: `孙${role}`,
      grants: [{ scope, of: HERE[scope], role, from: FROM }],
      homes: [],
    })
  }
  for (const id of ['nobody', 'somebody'])
    await persons.add(id, { name: '', grants: [], homes: [] })
  return app
}

/** What the invitation of a role says in tests, where a test says nothing else. */
export const WORDS = { name: '钱进', ground: '街道任命文件 2026-8 号' } as const

export interface Gift {
  readonly role: Role
  readonly name?: string
  readonly ground?: string
  readonly post?: string
  readonly firstDay?: string
  readonly lastDay?: string
}

const CONTRACTS = {
  community: api.communityRoles,
  company: api.companyRoles,
  street: api.streetRoles,
  district: api.districtRoles,
  platform: api.platformRoles,
} as const

/** The place as the paths of its operations name it. */
export const named = ({ scope, of }: Place) => (scope === 'platform' ? {} : { [scope]: of })
const rolesAt = (scope: Scope) => CONTRACTS[scope] as typeof api.communityRoles

/** Sends an invitation as it is, good or not: to what the role is given for, where nothing else is said. */
export async function send(app: PeopleApp, giver: string, gift: Gift, at?: Place, key?: string) {
  const place = at ?? here(scopesOf(gift.role)[0] ?? 'community')
  const client = await app.as(giver)
  const sent = { ...named(place), ...WORDS, ...gift } as never
  return client.send(rolesAt(place.scope).invite, sent, key === undefined ? {} : { key })
}

/** The code by which `giver` invites somebody. */
export async function invited(
  app: PeopleApp,
  giver: string,
  gift: Gift,
  at?: Place,
): Promise<string> {
  const answer = await send(app, giver, gift, at)
  expect([answer.status, answer.detail]).toEqual([201, undefined])
  return answer.body.code
}

/** Takes the role a code is for. */
export const joined = async (app: PeopleApp, person: string, code: string) =>
  (await app.as(person)).send(api.people.join, { code })

export const listed = async (app: PeopleApp, asker: string, place: Place) => {
  const client = await app.as(asker)
  const { body } = await client.send(rolesAt(place.scope).list, named(place) as never)
  return body
}

/** Ends a role by its id, as found in the list or at the taking of it. */
export async function ended(
  app: PeopleApp,
  asker: string,
  place: Place,
  person: string,
  grant: string,
  key?: string,
) {
  const client = await app.as(asker)
  const sent = { ...named(place), person, grant, reason: '工作调动' } as never
  return client.send(rolesAt(place.scope).end, sent, key === undefined ? {} : { key })
}

/** From now on the item of grants in this partition is not written, until it is restored. */
export function powerCutAt(table: Table, pk: string): () => void {
  const put = table.put.bind(table)
  const spy = jest.spyOn(table, 'put').mockImplementation((item) => {
    const isHit = item.pk === pk && item.sk === 'GRANTS'
    return isHit ? Promise.reject(new Error('the power is gone')) : put(item)
  })
  return () => {
    spy.mockRestore()
  }
}
