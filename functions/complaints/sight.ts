import type { Viewer } from '#shared/complaints/rules/acts.ts'
import { mayRead } from '#shared/complaints/rules/sight.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Complaints } from './repository.ts'
import { isPastProperty, type FoundComplaint, type StoredComplaint } from './stored.ts'

export const viewerOf = (
  { person, roles }: Pick<Call<unknown>, 'person' | 'roles'>,
  { stored }: Pick<FoundComplaint, 'stored'>,
): Viewer => ({ isFiler: stored.filedBy.person === person, roles })

/**
 * The complaint, where this person may see it.
 * @throws RefusedError `complaints.not_found` also where there is one that they may not see
 */
export async function seen(number: string, call: Call<Complaints>): Promise<FoundComplaint> {
  const found = await call.repository.find(number)
  // Frozen with its filer's account: to be had by nobody, whoever asks.
  if (found?.stored.frozen) throw new RefusedError('complaints.not_found')
  if (found && mayRead(sightOf(found.stored), viewerOf(call, found))) return found
  throw new RefusedError('complaints.not_found')
}

export const sightOf = (stored: StoredComplaint) => ({
  checked: stored.check.state === 'passed',
  held: stored.check.state === 'held',
  skipsProperty: isPastProperty(stored),
  life: stored.life,
})
