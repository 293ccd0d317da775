import type { ComplaintAct } from '#shared/complaints/contract.ts'
import { decide } from '#shared/complaints/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { afterAct, type Said } from './next-complaint.ts'
import { whoseIn, type PhotoOffers } from './photos.ts'
import type { Complaints } from './repository.ts'
import { seen, viewerOf } from './sight.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'
import { standingOf } from './view.ts'

/** When others write at the same moment, the rule is asked again of what they left; then it is a conflict. */
const TRIES = 5

/** Load, rule, save. The same request again finds what it did the first time. */
export async function actOnComplaint(
  act: ComplaintAct,
  number: string,
  said: Said,
  call: Call<Complaints>,
  photos: PhotoOffers,
): Promise<FoundComplaint> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await seen(number, call)
    if (wasMadeBy(call.key, found)) return found
    const state = accepted(decide(act, standingOf(found), viewerOf(call, found)))
    if (said.photos && said.photos.length > 0) {
      await photos.claim(said.photos, whoseIn(call), `complaint ${call.key.id}`)
    }
    const next = afterAct(found.stored, act, state, said, call)
    try {
      await call.repository.save(next, found)
      return withNext(found, next)
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

const wasMadeBy = (key: Call<unknown>['key'], { stored, events }: FoundComplaint): boolean =>
  [...events, ...stored.releases].some(({ madeBy }) => isRepetition(madeBy, key))

/** What the next read would find. */
function withNext(found: FoundComplaint, stored: StoredComplaint): FoundComplaint {
  const events = new Map([...found.events, ...stored.events].map((event) => [event.seq, event]))
  return { stored, version: found.version + 1, events: [...events.values()] }
}
