import { actingRole, type Permission } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { StoredComplaint } from './stored.ts'

/** Who acts, by the role that lets them. */
export function actorBy(
  permission: Permission,
  { person, name, roles }: Pick<Call<unknown>, 'person' | 'name' | 'roles'>,
): StoredComplaint['filedBy'] {
  const role = actingRole(roles, permission)
  if (!role) throw new RefusedError('auth.required')
  return { person, role, name: maskName(name) }
}
