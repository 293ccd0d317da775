import { ROLES, type Role } from '#shared/kernel/permissions.ts'
import { claim, importRows, newcomer } from '../../bindings/bindings.fixture.ts'
import { homesOf, type Homes } from '../../bindings/refusals.fixture.ts'
import { openPeopleApp, type PeopleApp } from '../../people/people.fixture.ts'
import { personsIn } from '../../people/repository.ts'
import { watchedTable } from '../table/watched-table.fixture.ts'
import { goodHomes } from './good-homes.fixture.ts'
import type { GoodRequest } from './good-request.fixture.ts'

/** What anybody is told, of whatever role and community, who is not of the home or not the claimant. */
const OF_THE_HOME: Readonly<Record<string, string>> = {
  'bindings.withdraw': 'bindings.not_found',
  'bindings.appeal': 'bindings.not_found',
  'bindings.home': 'bindings.owners_only',
  'bindings.invite': 'bindings.owners_only',
  'bindings.cancelInvite': 'bindings.owners_only',
  'bindings.remove': 'bindings.owners_only',
  'bindings.propose': 'bindings.owners_only',
  'bindings.consent': 'bindings.owners_only',
  'bindings.revoke': 'bindings.owners_only',
}

const CONFIRMING: readonly Role[] = ['committee', 'interim', 'community']
const ASSISTING: readonly Role[] = [...CONFIRMING, 'property', 'manager']

/** Who may, of the home's own community; the same roles of another are told that there is no such place. */
const OF_OFFICERS: Readonly<Record<string, readonly Role[]>> = {
  'bindings.look': CONFIRMING,
  'bindings.seeDocument': CONFIRMING,
  'bindings.confirm': CONFIRMING,
  'bindings.reject': CONFIRMING,
  'bindings.end': CONFIRMING,
  'bindings.proposeOnPaper': CONFIRMING,
  'bindings.consentOnPaper': CONFIRMING,
  'bindings.revokeOnPaper': CONFIRMING,
  'bindings.users': ASSISTING,
  'bindings.issue': ASSISTING,
  'bindings.cancel': ASSISTING,
  'bindings.endUser': ASSISTING,
}

/** They name no home of anybody, or one that nobody has yet. */
const OF_NOBODY = ['bindings.phone', 'bindings.claim', 'bindings.redeem']

/** `yunxi` is of another company, `sister` of the same one. */
const ELSEWHERE = ['yunxi', 'sister'] as const

let app: PeopleApp
let homes: Homes
let requests: readonly GoodRequest[]
let outsiders: readonly string[]
const watched = watchedTable()

beforeAll(async () => {
  app = await openPeopleApp(watched.open)
  homes = await homesOf(app, { sole: 22, shared: 7 })
  requests = await goodHomes(homes)
  const officers = await officersElsewhere()
  const neighbour = await homes.verified(homes.sole())
  const holders = ROLES.filter((role) => role !== 'owner' && role !== 'tenant')
  outsiders = [
    ...[neighbour.id, await ownerElsewhere(), 'tenant'],
    ...holders.map((role) => `the-${role}`),
    ...officers,
  ]
})
afterAll(() => app.close())

async function officersElsewhere(): Promise<string[]> {
  const persons = personsIn(app.ports.table)
  const made: string[] = []
  for (const of of ELSEWHERE) {
    for (const role of ASSISTING) {
      const id = `${role}-of-${of}`
      const from = '2026-01-01T00:00:00.000Z'
      const grants = [{ scope: 'community' as const, of, role, from }]
      await persons.add(id, { name: '何平', grants, homes: [] })
      made.push(id)
    }
  }
  return made
}

async function ownerElsewhere(): Promise<string> {
  await importRows(app, ['9幢,1单元,101,89.57,张三,13300000001,已交付'], 'yunxi')
  const owner = await newcomer(app, 'owner-of-yunxi', '13300000001')
  const at = { community: 'yunxi', building: '9幢' }
  expect((await claim(owner, at)).body.status).toBe('claimed')
  return 'owner-of-yunxi'
}

const requestOf = (id: string): GoodRequest => {
  const found = requests.find((one) => one.id === id)
  if (!found) throw new Error(`there is no good request for ${id}`)
  return found
}

async function told({ route, input }: GoodRequest, person: string, rest: object = {}) {
  const client = await app.as(person)
  const answer = await client.send(route, { ...input, ...rest })
  return answer.status < 300 ? 'done' : answer.code
}

test('the tables have every operation that good requests were made for', () => {
  const walked = [...Object.keys(OF_THE_HOME), ...Object.keys(OF_OFFICERS), ...OF_NOBODY]
  expect(walked.sort()).toEqual([...new Set(requests.map(({ id }) => id))].sort())
})

test.each(Object.entries(OF_THE_HOME))(
  '%s: whoever is not of the home is told %s; its own succeeds',
  async (id, code) => {
    const request = requestOf(id)
    const answers = new Map<string, string | undefined>()
    await watched.untouchedBy(async () => {
      for (const person of outsiders) answers.set(person, await told(request, person))
      return { status: 403 }
    })
    expect([...answers].filter(([, answer]) => answer !== code)).toEqual([])
    expect(await told(request, request.as)).toBe('done')
  },
)

test.each(Object.entries(OF_OFFICERS))(
  '%s: by officers of the home’s own community, and of the home that is named',
  async (id, may) => {
    const request = requestOf(id)
    const wanted = (person: string): string => {
      if (person.includes('-of-') || person === 'nobody') return 'scope.not_found'
      return may.some((role) => person === `the-${role}`) ? 'done' : 'auth.not_permitted'
    }
    const [officers, others] = [true, false].map((isAllowed) =>
      outsiders.filter((person) => (wanted(person) === 'done') === isAllowed),
    )
    const answers = new Map<string, string | undefined>()
    await watched.untouchedBy(async () => {
      for (const person of others ?? []) answers.set(person, await told(request, person))
      return { status: 403 }
    })
    expect([...answers].filter(([person, answer]) => answer !== wanted(person))).toEqual([])
    if ('binding' in request.input) {
      const other = { unit: homes.sole().home.unit }
      expect(await told(request, 'the-community', other)).toBe('bindings.not_found')
    }
    expect(officers).toHaveLength(may.length)
    expect(await told(request, request.as)).toBe('done')
  },
)
