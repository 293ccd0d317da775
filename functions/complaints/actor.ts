import { actingRole, can, type Permission } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { StoredActor, StoredComplaint } from './stored.ts'

type Who = Pick<Call<unknown>, 'person' | 'name' | 'roles'>

/** Who acts, by the role that lets them. */
export function actorBy(permission: Permission, { person, name, roles }: Who): StoredActor {
  const role = actingRole(roles, permission)
  if (!role) throw new RefusedError('auth.required')
  return { person, role, name: maskName(name) }
}

/** Somebody who handles complaints and lives there too acts on others' by the office, on an own one by the home. */
export function actorOn(
  permission: Permission,
  isFiler: boolean,
  { filedBy }: Pick<StoredComplaint, 'filedBy'>,
  who: Who,
): StoredActor {
  const roles = who.roles.filter((role) => can([role], 'complaint:queue') !== isFiler)
  // Who has moved out acts as what they were when they filed it.
  const hasMovedOut = isFiler && actingRole(roles, permission) === undefined
  return hasMovedOut
    ? { person: who.person, role: filedBy.role, name: maskName(who.name) }
    : actorBy(permission, { ...who, roles })
}
