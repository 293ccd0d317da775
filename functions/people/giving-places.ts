import type { GivingPlace } from '#shared/people/contract.ts'
import { givableAt } from '#shared/people/giving.ts'
import { isLive } from '#shared/people/rules.ts'
import { PLATFORM, SCOPE_NAMES, type Place, type Scope } from '#shared/people/scopes.ts'
import type { Places } from '../communities/offers.ts'
import type { HeldGrants, StoredGrant } from './grants.ts'

interface Page {
  readonly items: GivingPlace[]
  readonly cursor?: string
}

/** The places of a scope for which the person may give a role: by page for who may everywhere, else all at once. */
export async function givingPlaces(
  { grants }: HeldGrants,
  scope: Scope,
  range: { readonly limit: number; readonly cursor?: string },
  places: Places,
  now: Date,
): Promise<Page> {
  const givers = grants.filter(
    (grant) => isLive(grant, now) && givableAt([grant.role], scope).length > 0,
  )
  if (givers.some((grant) => grant.scope === 'platform')) return everywhere(scope, range, places)
  const found = await Promise.all(givers.map((grant) => placesUnder(grant, scope, places)))
  const ids = [...new Set(found.flat())].sort()
  const named = await Promise.all(ids.map((of) => places.place({ scope, of })))
  return {
    items: named
      .filter((place) => place !== undefined)
      .map(({ of, name }) => ({ scope, of, name })),
  }
}

async function everywhere(
  scope: Scope,
  range: { readonly limit: number; readonly cursor?: string },
  places: Places,
): Promise<Page> {
  if (scope === 'platform') return { items: [{ scope, of: PLATFORM, name: SCOPE_NAMES.platform }] }
  const page = await places.list(scope, range)
  return { ...page, items: page.items.map(({ of, name }) => ({ scope, of, name })) }
}

async function placesUnder(
  grant: StoredGrant,
  scope: Scope,
  places: Places,
): Promise<readonly string[]> {
  const place: Place = grant
  if (grant.scope === scope) return [grant.of]
  if (scope === 'community') return places.communitiesIn(place)
  return scope === 'street' && grant.scope === 'district' ? places.streetsIn(grant.of) : []
}
