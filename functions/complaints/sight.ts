import type { Viewer } from '#shared/complaints/rules/acts.ts'
import { mayRead } from '#shared/complaints/rules/sight.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Complaints } from './repository.ts'
import { isPastProperty, type FoundComplaint, type StoredComplaint } from './stored.ts'

type Asker = Pick<Call<unknown>, 'person' | 'roles' | 'homes' | 'helps'>

export const viewerOf = (call: Asker, { stored }: Pick<FoundComplaint, 'stored'>): Viewer => ({
  isFiler: isFiler(stored, call),
  ...(stillHelps(stored, call) && { isHelper: true }),
  ...(stored.worker?.person === call.person && { isWorker: true }),
  roles: call.roles,
})

/** Filed for an owner without an account, it is whoever holds that owner's place now. */
const isFiler = (
  { filedBy, filedFor }: StoredComplaint,
  { person, homes }: Pick<Asker, 'person' | 'homes'>,
): boolean =>
  filedBy.person === person ||
  (filedFor !== undefined && homes.some(({ owner }) => owner === filedFor))

/** Who sent it in for the filer reads it as long as they help the same person. */
export const stillHelps = (
  { assistedBy }: StoredComplaint,
  { person, helps }: Pick<Asker, 'person' | 'helps'>,
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
    throw new RefusedError(mayKnow(found, call) ? 'complaints.frozen' : 'complaints.not_found')
  }
  if (found && mayRead(sightOf(found.stored), viewerOf(call, found))) return found
  throw new RefusedError('complaints.not_found')
}

function mayKnow(found: FoundComplaint, call: Call<Complaints>): boolean {
  const { isFiler, roles } = viewerOf(call, found)
  const sight = { ...sightOf(found.stored), checked: true }
  return isFiler || (can(roles, 'complaint:queue') && mayRead(sight, { isFiler, roles }))
}

const sightOf = (stored: StoredComplaint) => ({
  checked: stored.check.state === 'passed',
  held: stored.check.state === 'held',
  skipsProperty: isPastProperty(stored),
  life: stored.life,
})
