import type { windowContract } from '#shared/complaints/window-contract.ts'
import { claimable, TRIES } from '#shared/complaints/rules/window.ts'
import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import type { Input } from '#shared/kernel/route.ts'
import { typed } from '../bindings/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Keys } from '../platform/keys/keys.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorBy } from './actor.ts'
import { withNext } from './next-complaint.ts'
import type { Complaints } from './repository.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'

export interface ClaimNeeds {
  readonly keys: Keys
}

/** Whoever writes at the same moment is looked at again; two who claim are told apart by that. */
const WRITES = 5

/** The code itself is nowhere in the store. */
export const codeDigest = (keys: Keys, community: string, number: string, secret: string): string =>
  keys.digestText('complaint claim', community, number, secret)

/** Whoever has the paper becomes the filer, once. */
export async function claimWithCode(
  { number, secret }: Input<typeof windowContract.claimWithCode>,
  call: Call<Complaints>,
  { keys }: ClaimNeeds,
): Promise<FoundComplaint> {
  const { repository, roles, now, key } = call
  const digest = codeDigest(keys, repository.community, number, typed(secret))
  const before = await repository.find(number)
  if (before && wasClaimedBy(key, before.stored)) return before
  await countTry(number, call)
  for (let attempt = 1; ; attempt += 1) {
    const found = await repository.find(number)
    accepted(claimable(found && windowOf(found.stored), digest, roles, now))
    if (!found) throw new RefusedError('complaints.claim_wrong')
    const next = claimedBy(found.stored, call)
    try {
      await repository.save(next, found)
      return withNext(found, next)
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === WRITES) throw err
    }
  }
}

/** What is frozen is nobody's any more. */
const windowOf = ({ frozen, window }: StoredComplaint) => (frozen ? undefined : window)

const wasClaimedBy = (key: Call<unknown>['key'], { window }: StoredComplaint): boolean =>
  window?.claimed !== undefined && isRepetition(window.claimed.madeBy, key)

/** From now on it is theirs like any other of theirs: nobody else's, and told to them. */
function claimedBy(stored: StoredComplaint, call: Call<Complaints>): StoredComplaint {
  const { window } = stored
  const madeBy = { id: call.key.id, request: call.key.request }
  const claimed = { at: call.now.toISOString(), madeBy }
  return {
    ...stored,
    filedBy: actorBy('complaint:claim', call),
    filedFor: undefined,
    window: window && { ...window, phone: undefined, claimed },
  }
}

// CLAIMTRY#<community>#<number> and CLAIMTRY#<community>#<person> | <day>   codes tried in a day
/** Counted before the code is looked at, so that tries at the same moment all count. */
async function countTry(number: string, { repository, person, now }: Call<Complaints>) {
  const { table, community } = repository
  const pk = `CLAIMTRY#${community}#${number}`
  const expiresAt = Math.floor((now.getTime() + 2 * DAY) / 1_000)
  const [own, all] = await Promise.all(
    [`CLAIMTRY#${community}#${person}`, pk].map((one) =>
      table.add({ pk: one, sk: dayOf(now) }, 1, expiresAt),
    ),
  )
  if ((own ?? 0) > TRIES.person || (all ?? 0) > TRIES.complaint) {
    throw new RefusedError('complaints.claim_locked')
  }
}
