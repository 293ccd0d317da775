import { api } from '#shared/api.ts'
import { PERMISSIONS, ROLES, type Permission, type Role } from '#shared/kernel/permissions.ts'
import type { Access, Route } from '#shared/kernel/route.ts'
import { scopesOf } from '#shared/people/giving.ts'
import type { Place, Scope } from '#shared/people/scopes.ts'
import { HERE } from '../../people/people.fixture.ts'

/** `let in`: the operation runs, whatever its feature then says of the object. */
export type Outcome = 'let in' | '401' | '403' | '404'

export interface Operation {
  readonly id: string
  readonly route: Route
  /** As the contracts had it when the matrix was made. */
  readonly access: Access
  readonly scope: Scope | undefined
}

/** Every operation, as the matrix of `docs/permissions.md` has it. */
export const operations = (): Operation[] =>
  Object.entries(api).flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).map(([name, route]) => ({
      id: `${feature}.${name}`,
      route,
      access: route.access,
      scope: STARTS.find(
        ([start]) => route.path === start || route.path.startsWith(`${start}/`),
      )?.[1],
    })),
  )

const STARTS: readonly (readonly [string, Scope])[] = [
  ['/communities/:community', 'community'],
  ['/companies/:company', 'company'],
  ['/streets/:street', 'street'],
  ['/districts/:district', 'district'],
  ['/platform', 'platform'],
]

/** Places of each scope, by what they have in common with where the roles are held. */
export const PLACES: Readonly<Record<Scope, Readonly<Record<string, string>>>> = {
  community: {
    'own community': HERE.community,
    'another community of the same street': 'yunxi',
    'another community of the same district': 'hill',
    'another community of the same company': 'sister',
    'a community that shares nothing': 'far',
  },
  company: { 'own company': HERE.company, 'another company': 'far-co' },
  street: {
    'own street': HERE.street,
    'another street of the district': 'street-2',
    'a street elsewhere': 'street-3',
  },
  district: { 'own district': HERE.district, 'another district': 'district-2' },
  platform: { 'the platform': HERE.platform },
}

// Written out, not computed by what it is to check: which places a role reaches that is given for one scope.
const REACH: Readonly<Record<Scope, readonly string[]>> = {
  community: ['jinxiu'],
  company: ['anju', 'jinxiu', 'sister'],
  street: ['street-1', 'jinxiu', 'yunxi'],
  district: ['district-1', 'street-1', 'street-2', 'jinxiu', 'yunxi', 'hill'],
  platform: [
    'platform',
    ...['district-1', 'district-2', 'street-1', 'street-2', 'street-3', 'anju', 'far-co'],
    ...['jinxiu', 'yunxi', 'hill', 'sister', 'far'],
  ],
}

/** Where a role of the walk is held; a household's lies in its home. */
const scopeOfRole = (role: Role): Scope => scopesOf(role)[0] ?? 'community'

/** What the matrix says. */
export function expected({ access }: Operation, role: Role, place: Place | undefined): Outcome {
  if (access === 'anyone' || access === 'signed_in') return 'let in'
  if (!place || !REACH[scopeOfRole(role)].includes(place.of)) return '404'
  return (PERMISSIONS[access satisfies Permission] as readonly Role[]).includes(role)
    ? 'let in'
    : '403'
}

/** Who asks: of each role one person who holds nothing else, in `jinxiu` or what it lies in. */
export const ASKERS: readonly (readonly [Role, string])[] = ROLES.map((role) => [
  role,
  role === 'owner' ? 'fang' : role === 'tenant' ? 'tenant' : `the-${role}`,
])
