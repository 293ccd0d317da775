import type { Acting } from '#shared/complaints/rules/life.ts'
import type { Call } from '../platform/http/call.ts'
import type { Complaints } from './repository.ts'
import { viewerOf } from './sight.ts'
import type { StoredComplaint } from './stored.ts'

/** Who acts on it, and when; what must be looked up for one act alone is added there. */
export const actingOn = (stored: StoredComplaint, call: Call<Complaints>): Acting => ({
  ...viewerOf(call, { stored }),
  person: call.person,
  at: call.now,
  number: stored.number,
  departments: [],
})
