import type { complaints } from '#shared/complaints/contract.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { AuditTrail } from '../platform/audit/audit.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Sights } from '../privacy/offers.ts'
import { actorBy } from './actor.ts'
import type { Complaints } from './repository.ts'
import { seen } from './sight.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'

export interface OpeningNeeds {
  readonly sights: Sights
  readonly trail: Pick<AuditTrail, 'append'>
}

type Opening = Input<typeof complaints.openFrozen>
type Frozen = NonNullable<StoredComplaint['frozen']>

/** The complaint keeps so many; every one of them is on the chain. */
const REMEMBERED = 100

/**
 * A frozen complaint, once it is on record who looks and why: in the complaint, where its filer reads who looked, and
 * on the chain. Whatever crashes in between, nobody has looked without a record.
 */
export async function openFrozen(
  { number, ground, reason }: Opening,
  call: Call<Complaints>,
  { sights, trail }: OpeningNeeds,
): Promise<FoundComplaint> {
  const { repository, person, now, key } = call
  const { community } = repository
  const by = actorBy('complaint:frozen', call)
  const { found, frozen } = await frozenOne(number, call)
  const isNew = !frozen.openings.some(({ madeBy }) => isRepetition(madeBy, key))
  if (isNew) {
    const madeBy = { id: key.id, request: key.request }
    const opening = { at: now.toISOString(), by, ground, reason, madeBy }
    const openings = [...frozen.openings, opening].slice(-REMEMBERED)
    await repository.save({ ...found.stored, frozen: { ...frozen, openings } }, found)
  }
  const whose = { person: found.stored.filedBy.person }
  await sights.record({
    ...{ viewer: person, as: by.role, community, whose, now },
    what: 'frozen_complaint',
  })
  await trail.append([
    {
      ...{ id: key.id, at: now.toISOString(), scope: community, by: person },
      ...{ act: 'complaints.open_frozen', subject: number, detail: { ground } },
    },
  ])
  return found
}

async function frozenOne(
  number: string,
  call: Call<Complaints>,
): Promise<{ readonly found: FoundComplaint; readonly frozen: Frozen }> {
  const found = await call.repository.find(number)
  if (found?.stored.frozen) return { found, frozen: found.stored.frozen }
  await seen(number, call)
  throw new RefusedError('complaints.not_frozen')
}
