import { maySee, type Viewer } from '#shared/complaints/rules.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Complaints } from './repository.ts'
import type { FoundComplaint } from './stored.ts'

export const viewerOf = (
  { person, roles }: Pick<Call<unknown>, 'person' | 'roles'>,
  { stored }: FoundComplaint,
): Viewer => ({ isFiler: stored.filedBy.person === person, roles })

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
