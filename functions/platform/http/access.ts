import {
  can,
  PERMISSION_NAMES,
  ROLE_NAMES,
  type Permission,
  type Role,
} from '#shared/kernel/permissions.ts'
import { Id, type Route } from '#shared/kernel/route.ts'
import {
  hasLeft,
  helpsIn,
  homesIn,
  rolesIn,
  type Grants,
  type HelpAt,
  type HomeIn,
} from '#shared/people/rules.ts'
import { PLATFORM, type Place, type Scope } from '#shared/people/scopes.ts'
import type { CommunityScope, PlaceScope } from './call.ts'
import { RefusedError } from './refused-error.ts'

/** Who is asking, as far as the token and the store say. */
export interface Identity extends Grants {
  readonly person: string
  readonly session: string
  /** When the person last showed who is there: by the login, or by a second factor. */
  readonly confirmedAt?: string | undefined
}

/** What the edge asks of the features that know persons and places. */
export interface Directory {
  /**
   * `undefined` where the token is not ours, has expired or was revoked.
   * @throws RefusedError where the session ended in a way the person is to be told
   */
  identify(token: string, now: Date): Promise<Identity | undefined>
  community(id: string): Promise<CommunityScope | undefined>
  place(place: Place): Promise<PlaceScope | undefined>
}

export interface Admitted {
  readonly identity: Identity | undefined
  readonly scope: CommunityScope | undefined
  readonly place: PlaceScope | undefined
  readonly roles: readonly Role[]
  readonly homes: readonly HomeIn[]
  readonly helps: readonly HelpAt[]
}

const BEARER = /^Bearer (\S{1,2000})$/

/**
 * Session, then place, then permission: nothing of an operation runs before.
 * A place the person has no role in is answered as one that does not exist.
 * @param named the path's parameters
 */
export async function admit(
  directory: Directory,
  route: Route,
  authorization: string | undefined,
  named: Readonly<Record<string, string>>,
  now: Date,
): Promise<Admitted> {
  const token = BEARER.exec(authorization ?? '')?.[1]
  const { access } = route
  if (access === 'anyone') return { ...OUTSIDE, identity: await whoever(directory, token, now) }
  const identity = token === undefined ? undefined : await directory.identify(token, now)
  if (!identity) throw new RefusedError('auth.required')
  if (access === 'signed_in') return { ...OUTSIDE, identity }

  const { scope, place } = await resolve(directory, placeIn(route.path, named))
  if (!place) throw new RefusedError('scope.not_found')
  return { identity, scope, place, ...admitTo(place, identity, { ...route, access }, now) }
}

async function resolve(
  directory: Directory,
  asked: Place | undefined,
): Promise<Pick<Admitted, 'scope' | 'place'>> {
  if (asked?.scope !== 'community') {
    return { scope: undefined, place: asked && (await directory.place(asked)) }
  }
  const scope = await directory.community(asked.of)
  return { scope, place: scope && { name: scope.name, where: scope, ...asked } }
}

/** For what anyone may ask: a session that has ended is no reason to refuse it. */
async function whoever(
  directory: Directory,
  token: string | undefined,
  now: Date,
): Promise<Identity | undefined> {
  if (token === undefined) return undefined
  return directory.identify(token, now).catch((err: unknown) => {
    if (err instanceof RefusedError) return undefined
    throw err
  })
}

const OUTSIDE = { scope: undefined, place: undefined, roles: [], homes: [], helps: [] } as const

const PLACES = [
  ['/communities/:community', 'community'],
  ['/companies/:company', 'company'],
  ['/streets/:street', 'street'],
  ['/districts/:district', 'district'],
  ['/platform', 'platform'],
] as const

/** The scope a path lies in, by how it begins. */
export const scopeOf = (path: string): Scope | undefined =>
  PLACES.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1]

function placeIn(path: string, named: Readonly<Record<string, string>>): Place | undefined {
  const scope = scopeOf(path)
  if (scope === undefined) return undefined
  if (scope === 'platform') return { scope, of: PLATFORM }
  // What has not the form of an id is no key of the store either: it would be refused as a fault.
  const { success: isId, data: of } = Id.safeParse(named[scope])
  return isId ? { scope, of } : undefined
}

function admitTo(
  place: PlaceScope,
  identity: Identity,
  { access, helpers, formerly }: Pick<Route, 'helpers' | 'formerly'> & { access: Permission },
  now: Date,
): Pick<Admitted, 'roles' | 'homes' | 'helps'> {
  const isCommunity = place.scope === 'community'
  const roles = rolesIn(identity, place.where, now)
  const helps = isCommunity ? helpsIn(identity, place.of, now) : []
  const isLetIn =
    can(roles, access) ||
    (helpers === true && helps.length > 0) ||
    (formerly === true && isCommunity && hasLeft(identity, place.of))
  if (!isLetIn) throw refused(roles, helps, access)
  return { roles, helps, homes: isCommunity ? homesIn(identity, place.of) : [] }
}

function refused(
  roles: readonly Role[],
  helps: readonly HelpAt[],
  permission: Permission,
): RefusedError {
  if (roles.length === 0 && helps.length === 0) return new RefusedError('scope.not_found')

  const action = PERMISSION_NAMES[permission]
  if (roles.length === 0) return new RefusedError('auth.helper_only_files', { action })
  const names = roles.map((role) => ROLE_NAMES[role]).join('、')
  return new RefusedError('auth.not_permitted', { roles: names, action })
}
