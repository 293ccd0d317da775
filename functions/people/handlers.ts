import type { people } from '#shared/people/contract.ts'
import type { Places } from '../communities/offers.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { HeldGrants } from './grants.ts'
import { givingPlaces } from './giving-places.ts'
import { shown } from './invite.ts'
import { heldOf, invitationFor, join } from './join.ts'
import { meOf } from './me.ts'
import { personsIn } from './repository.ts'
import { endRole, hasEnded } from './take-role.ts'

const PAGE = 50

export const peopleFeature = ({
  places,
}: {
  readonly places: Places
}): Feature<typeof people, Ports> => ({
  open: (ports) => ports,
  handlers: {
    me: async (_, { person, repository, now }) =>
      meOf(person, await standing(repository, person), places, now),

    async places({ scope, limit = PAGE, cursor }, { person, repository, now }) {
      const grants = await standing(repository, person)
      const range = { limit, ...(cursor !== undefined && { cursor }) }
      return givingPlaces(grants, scope, range, places, now)
    },

    async look({ code }, { person, repository, now }) {
      const { stored } = await invitationFor(code, { person, now }, { ...repository, places })
      return { ...shown(stored, now), scope: stored.scope, place: stored.place }
    },

    join: ({ code }, { person, repository, now }) =>
      join(code, { person, now }, { ...repository, places }),

    async resign({ grant: id }, { person, repository, now }) {
      const { grants } = await standing(repository, person)
      const grant = grants.find((one) => one.id === id)
      if (!grant) throw new RefusedError('people.role_not_found')
      const name = (await places.place(grant))?.name ?? ''
      // Given back twice is given back.
      if (hasEnded(grant, now) && grant.ended?.by === person) return heldOf(grant, name)
      if (hasEnded(grant, now)) throw new RefusedError('people.role_ended')
      const ended = await endRole(repository, person, id, { by: person, reason: '本人辞任' }, now)
      return heldOf(ended, name)
    },
  },
})

async function standing({ table }: Ports, person: string): Promise<HeldGrants> {
  const grants = await personsIn(table).grantsOf(person)
  if (!grants) throw new RefusedError('auth.required')
  return grants
}
