import type { Held, Me, Membership } from '#shared/people/contract.ts'
import { homesIn, isLive, rolesIn } from '#shared/people/rules.ts'
import { SCOPE_NAMES } from '#shared/people/scopes.ts'
import type { Places } from '../communities/offers.ts'
import type { HeldGrants } from './grants.ts'
import { heldOf } from './join.ts'
import { stands } from './take-role.ts'

/** Every community a person may enter now (at most 100 for one role), and every role given to them. */
export async function meOf(
  person: string,
  grants: HeldGrants,
  places: Places,
  now: Date,
): Promise<Me> {
  const ids = await communitiesOf(grants, places, now)
  const [found, held, left] = await Promise.all([
    Promise.all(ids.map((id) => membership(id, grants, places, now))),
    heldIn(grants, places, now),
    Promise.all(grants.formerly.map((id) => places.community(id))),
  ])
  const formerly = left.flatMap((one) => (one ? [{ community: one.id, name: one.name }] : []))
  return {
    person,
    name: grants.name,
    memberships: found.filter((one) => one !== undefined),
    held,
    ...(formerly.length > 0 && { formerly }),
  }
}

async function communitiesOf(
  { grants, homes }: HeldGrants,
  places: Places,
  now: Date,
): Promise<readonly string[]> {
  const live = grants.filter((grant) => isLive(grant, now))
  const given = await Promise.all(live.map((grant) => places.communitiesIn(grant)))
  return [...new Set([...homes.map((home) => home.community), ...given.flat()])]
}

async function membership(
  id: string,
  grants: HeldGrants,
  places: Places,
  now: Date,
): Promise<Membership | undefined> {
  const where = await places.scope(id)
  if (!where) return undefined
  return {
    community: id,
    name: where.name,
    roles: [...rolesIn(grants, where, now)],
    homes: [...homesIn(grants, id)],
  }
}

const heldIn = ({ grants }: HeldGrants, places: Places, now: Date): Promise<Held[]> =>
  Promise.all(
    grants
      .filter((grant) => stands(grant, now))
      .map(async (grant) => {
        const place = await places.place(grant)
        return heldOf(grant, place?.name ?? SCOPE_NAMES[grant.scope])
      }),
  )
