import type { Acting } from '#shared/complaints/rules/life.ts'
import type { Call } from '../platform/http/call.ts'
import type { Complaints } from './repository.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { viewerOf } from './sight.ts'
import type { StoredComplaint } from './stored.ts'

/** In the filer's place, for as long as they have no account. */
export function actingForFiler(stored: StoredComplaint, call: Call<Complaints>): Acting {
  if (!stored.window || stored.window.claimed) {
    throw new RefusedError('complaints.not_at_window')
  }
  return { ...actingOn(stored, call), isFiler: true }
}

/** Who acts on it, and when; what must be looked up for one act alone is added there. */
export const actingOn = (stored: StoredComplaint, call: Call<Complaints>): Acting => ({
  person: call.person,
  at: call.now,
  number: stored.number,
  departments: [],
  ...viewerOf(call, { stored }),
})
