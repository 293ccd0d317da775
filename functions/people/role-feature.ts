import { mayEnd } from '#shared/people/giving.ts'
import type { communityRoles, RoleHolder } from '#shared/people/roles-contract.ts'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Call, Feature, PlaceScope } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Ports } from '../platform/ports.ts'
import { invite, withdraw, type RolesOf } from './invite.ts'
import { holderFor, listInvitations, listRoles } from './list-roles.ts'
import { personsIn } from './repository.ts'
import { endRole, hasEnded } from './take-role.ts'

const rolesOf = (
  { table, keys, newId }: Ports,
  _: unknown,
  place: PlaceScope | undefined,
): RolesOf => {
  if (!place) throw new RefusedError('scope.not_found')
  return { table, keys, newId, place }
}

/** The same for every scope roles are given for: what differs is who may give what there. */
export const roleFeature: Feature<typeof communityRoles, RolesOf> = {
  open: rolesOf,
  handlers: {
    list: listRoles,
    invitations: listInvitations,
    invite,
    withdraw: ({ invitation }, call) => withdraw(invitation, call),
    end: ({ person, grant, reason }, call) => end(person, grant, reason, call),
  },
}

async function end(
  person: string,
  id: string,
  reason: string,
  call: Call<RolesOf>,
): Promise<RoleHolder> {
  const { repository, roles, now, key } = call
  const { table, place } = repository
  const held = await personsIn(table).grantsOf(person)
  const grant = held?.grants.find(
    (one) => one.id === id && one.scope === place.scope && one.of === place.of,
  )
  if (!held || !grant) throw new RefusedError('people.role_not_found')
  const { name } = held
  const before = grant.ended?.madeBy
  if (before && isRepetition(before, key)) return holderFor({ person, name, grant }, call)
  if (!mayEnd(roles, place.scope, grant)) {
    throw new RefusedError('people.not_yours_to_give', {
      roles: roles.map((role) => ROLE_NAMES[role]).join('、'),
      role: ROLE_NAMES[grant.role],
    })
  }
  if (hasEnded(grant, now)) throw new RefusedError('people.role_ended')
  const madeBy = { id: key.id, request: key.request }
  const ended = await endRole(repository, person, id, { by: call.person, reason, madeBy }, now)
  return holderFor({ person, name, grant: ended }, call)
}
