import type { StoredGrants } from '#functions/people/repository.ts'
import { personsIn } from '#functions/people/repository.ts'
import type { Ports } from '#functions/platform/ports.ts'
import type { RollUnit } from '#functions/register/offers.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { PLATFORM, type Place } from '#shared/people/scopes.ts'
import { byName, homeOf, neighboursOf, type Neighbour } from './neighbours.ts'
import { addAgreement } from './privacy.ts'
import { COMMUNITY, type Stage } from './stage.ts'

export const STREET = 'tangkan'
export const DISTRICT = 'ziliujing'

/** Two owners of one home, both of them in the app. */
export interface Couple {
  readonly unit: string
  readonly proposer: string
  readonly other: string
}

/** Homes of whom the story's claims are about: nobody is bound to them before. */
const UNCLAIMED = ['1-2-904', '1-2-1001']

/** Who the demo's logins are; everybody else is a neighbour with an account. */
export interface Cast {
  readonly resident: Neighbour
  readonly neighbours: readonly Neighbour[]
  /** Logins with a home, as everybody else who has one. */
  readonly bound: readonly Neighbour[]
  /** The co-owned home of the login `coowner`, and who the other owner is. */
  readonly couple: Couple
}

/**
 * A WeChat account without a home, of an owner whom the register knows: with this phone number (code
 * `demo-phone:15100000103`) the claim of 1栋2单元702 matches at once.
 */
export const NEWCOMER = { unit: '1-2-702', name: '陆娜航', phone: '15100000103' } as const

/** Whoever is not of the community itself. */
const ABOVE: Readonly<Partial<Record<Role, Place>>> = {
  street: { scope: 'street', of: STREET },
  district: { scope: 'district', of: DISTRICT },
  admin: { scope: 'platform', of: PLATFORM },
}

const grant = (role: Role, from: string): StoredGrants['grants'][number] => ({
  ...(ABOVE[role] ?? { scope: 'community', of: COMMUNITY }),
  ...{ role, from },
})

function found<T>(one: T | undefined, what: string): T {
  if (one === undefined) throw new Error(`the demo's register has no ${what}`)
  return one
}

/** Gives every demo login a person: owners from the register, staff beside it. */
export async function addCast(
  stage: Stage,
  units: readonly RollUnit[],
  since: string,
): Promise<Cast> {
  const all = neighboursOf(units)
  const isSole = ({ homes }: Neighbour) => homes.every(({ relation }) => relation === 'owner')
  const resident = found(
    all.find((one) => one.homes.length === 2 && isSole(one)),
    'owner of two',
  )
  const chair = found(
    all.find((one) => one.homes.length === 1 && isSole(one)),
    'owner of one',
  )
  const shared = found(
    units.find(
      ({ kind, status, owners }) =>
        kind === 'home' && status === 'delivered' && owners.length === 2,
    ),
    'home of two owners',
  )
  const second = found(byName(shared)[1], 'second owner')
  const let_ = found(
    units.find(({ kind, status }) => kind === 'home' && status === 'delivered'),
    'delivered home',
  )
  const { community, unit, areaCenti } = homeOf(let_, '')
  const letHome = { community, unit, areaCenti, relation: 'tenant' } as const
  const staff = (name: string, role: Role): StoredGrants => ({
    name,
    grants: [grant(role, since)],
    homes: [],
  })

  const persons: Readonly<Record<string, StoredGrants>> = {
    resident: { name: resident.name, grants: [], homes: [...resident.homes] },
    coowner: { name: second.name, grants: [], homes: [homeOf(shared, second.key)] },
    tenant: { name: '廖小燕', grants: [], homes: [letHome] },
    committee: { name: chair.name, grants: [grant('committee', since)], homes: [...chair.homes] },
    property: staff('周敏', 'property'),
    manager: staff('彭志刚', 'manager'),
    community: staff('罗秀英', 'community'),
    street: staff('曾建国', 'street'),
    district: staff('邓敏', 'district'),
    admin: staff('唐明', 'admin'),
  }
  for (const [login, grants] of Object.entries(persons)) {
    await addLogin(stage.ports, login, grants)
    await addAgreement(stage.ports, `demo-${login}`, stage.ports.now())
  }
  await addLogin(stage.ports, 'newcomer', NOBODY)
  const first = found(all.find(holds(shared.unit)), 'first owner of two')
  return {
    resident: { ...resident, person: 'demo-resident' },
    neighbours: all.filter((one) => one !== resident && one !== chair && !isFree(one)),
    bound: boundOf(persons),
    couple: { unit: shared.unit, proposer: first.person, other: 'demo-coowner' },
  }
}

const holds =
  (unit: string) =>
  ({ homes }: Neighbour): boolean =>
    homes.some((home) => home.unit === unit)

const isFree = ({ homes }: Neighbour): boolean =>
  homes.some(({ unit }) => [NEWCOMER.unit, ...UNCLAIMED].includes(unit))

const boundOf = (persons: Readonly<Record<string, StoredGrants>>): readonly Neighbour[] =>
  Object.entries(persons).flatMap(([login, { name, homes }]) =>
    homes.length === 0 ? [] : [{ person: `demo-${login}`, name, homes }],
  )

const NOBODY: StoredGrants = { name: '', grants: [], homes: [] }

/** The stand-in for WeChat says whose account a demo code is, as it will at each login. */
async function addLogin(ports: Ports, login: string, grants: StoredGrants): Promise<void> {
  const { openid } = await ports.weixin.codeToSession(`demo:${login}`)
  await addPerson(ports, `demo-${login}`, grants, openid)
}

async function addPerson(
  { table, keys }: Ports,
  person: string,
  grants: StoredGrants,
  openid: string,
): Promise<void> {
  const persons = personsIn(table)
  await persons.add(person, grants)
  await persons.rememberOpenid(person, openid)
  await persons.claimOpenid(keys.digestText('openid', openid), person)
}

/** Somebody whom nobody knows yet, and who has agreed to have a claim looked at. */
export async function addClaimant({ ports }: Stage, person: string): Promise<void> {
  await addPerson(ports, person, NOBODY, accountOf(ports, person))
  await addAgreement(ports, person, ports.now())
}

const accountOf = ({ keys }: Ports, person: string): string =>
  `o${keys.digestText('demo account', person).slice(0, 27)}`

/** Accounts of the form WeChat gives; nobody can log in to one. */
export async function addNeighbours(stage: Stage, neighbours: readonly Neighbour[]): Promise<void> {
  const { ports } = stage
  await Promise.all(
    neighbours.map(async ({ person, name, homes }) => {
      const grants = { name, grants: [], homes: [...homes] }
      await addPerson(ports, person, grants, accountOf(ports, person))
      await addAgreement(ports, person, ports.now())
    }),
  )
}
