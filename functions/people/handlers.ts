import { people, type Membership } from '#shared/people/contract.ts'
import { homesIn, isLive, rolesIn } from '#shared/people/rules.ts'
import type { Places } from '../communities/offers.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { personsIn, type StoredGrants } from './repository.ts'

type Repository = ReturnType<typeof personsIn>

export const peopleFeature = ({
  places,
}: {
  readonly places: Places
}): Feature<typeof people, Repository> => ({
  contract: people,
  open: ({ table }) => personsIn(table),
  handlers: {
    async me(_, { person, repository, now }) {
      const grants = await repository.grantsOf(person)
      if (!grants) throw new RefusedError('auth.required')
      const ids = await communitiesOf(grants, places, now)
      const found = await Promise.all(ids.map((id) => membership(id, grants, places, now)))
      return { person, name: grants.name, memberships: found.filter((one) => one !== undefined) }
    },
  },
})

async function communitiesOf(
  { grants, homes }: StoredGrants,
  places: Places,
  now: Date,
): Promise<readonly string[]> {
  const live = grants.filter((grant) => isLive(grant, now))
  const streets = live.filter((grant) => grant.scope === 'street')
  const ofStreets = await Promise.all(streets.map((grant) => places.ofStreet(grant.of)))
  const own = live.filter((grant) => grant.scope === 'community').map((grant) => grant.of)
  return [...new Set([...homes.map((home) => home.community), ...own, ...ofStreets.flat()])]
}

async function membership(
  id: string,
  grants: StoredGrants,
  places: Places,
  now: Date,
): Promise<Membership | undefined> {
  const found = await places.community(id)
  if (!found) return undefined
  const where = { community: id, street: found.street }
  return {
    community: id,
    name: found.name,
    roles: [...rolesIn(grants, where, now)],
    homes: [...homesIn(grants, id)],
  }
}
