import { maySee, type Viewer } from '#shared/complaints/rules.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Complaints } from './repository.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'

export const viewerOf = (
  call: Pick<Call<unknown>, 'person' | 'roles' | 'homes' | 'helps'>,
  { stored }: FoundComplaint,
): Viewer => ({
  isFiler: isFiler(stored, call),
  ...(stillHelps(stored, call) && { isHelper: true }),
  roles: call.roles,
})

/** Filed for an owner without an account, it is whoever holds that owner's place now. */
const isFiler = (
  { filedBy, filedFor }: StoredComplaint,
  { person, homes }: Pick<Call<unknown>, 'person' | 'homes'>,
): boolean =>
  filedBy.person === person ||
  (filedFor !== undefined && homes.some(({ owner }) => owner === filedFor))

/** Who sent it in for the filer reads it as long as they help the same person. */
export const stillHelps = (
  { assistedBy }: StoredComplaint,
  { person, helps }: Pick<Call<unknown>, 'person' | 'helps'>,
): boolean =>
  assistedBy?.person === person &&
  helps.some(({ unit, of }) => unit === assistedBy.unit && of === assistedBy.of)

/**
 * The complaint, where this person may see it.
 * @throws RefusedError `complaints.not_found` also where there is one that they may not see
 */
export async function seen(number: string, call: Call<Complaints>): Promise<FoundComplaint> {
  const found = await call.repository.find(number)
  // Frozen with its filer's account: to be had by nobody. Who would have seen it is told so.
  if (found?.stored.frozen) {
    const { isFiler, roles } = viewerOf(call, found)
    const mayKnow = isFiler || can(roles, 'complaint:queue')
    throw new RefusedError(mayKnow ? 'complaints.frozen' : 'complaints.not_found')
  }
  const state = found?.stored.check.state
  const sight = { checked: state === 'passed', held: state === 'held' }
  if (found && maySee(sight, viewerOf(call, found))) return found
  throw new RefusedError('complaints.not_found')
}
