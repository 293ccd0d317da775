import type { Category, Place } from '#shared/complaints/contract.ts'
import { begin } from '#shared/complaints/rules/life.ts'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { isOffered } from '#shared/complaints/settings.ts'
import { checkFrom } from '#shared/complaints/content-check.ts'
import { placeFor } from '#shared/complaints/rules/place.ts'
import { NUMBER_ATTEMPTS, publicNumber } from '#shared/kernel/public-number.ts'
import type { Places } from '../communities/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorBy } from './actor.ts'
import { whoseIn, type PhotoOffers } from './photos.ts'
import type { Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'

export interface Filing {
  readonly category: Category
  readonly text: string
  readonly place: Place
  readonly photos: readonly string[]
  readonly hidesName: boolean
  readonly direct: boolean
}

interface Needs {
  readonly places: Places
  readonly photos: PhotoOffers
  readonly settings: SettingsOffers
}

/** Files it under the first free number of the request's key; the same request again finds what it made. */
export async function fileComplaint(
  filing: Filing,
  call: Call<Complaints>,
  needs: Needs,
): Promise<FoundComplaint> {
  const place = await allowedPlace(filing.place, call, needs.places)
  if (!isOffered(await needs.settings.of(call.repository.community), filing.category)) {
    throw new RefusedError('complaints.unknown_category')
  }
  if (filing.photos.length > 0) {
    // Photos are tied before the complaint exists: a repetition must not tie others.
    const made = await madeBefore(call)
    if (made) return made
    await needs.photos.claim(filing.photos, whoseIn(call), `complaint ${call.key.id}`)
  }
  return add({ ...filing, place }, call)
}

async function allowedPlace(place: Place, call: Call<Complaints>, places: Places): Promise<Place> {
  const community =
    place.kind === 'building' ? await places.community(call.repository.community) : undefined
  return accepted(placeFor(place, call.homes, community?.buildings ?? []))
}

async function madeBefore({ repository, key }: Call<Complaints>) {
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const found = await repository.find(publicNumber(repository.code, key.digest, attempt))
    if (!found || isRepetition(found.stored.madeBy, key)) return found
  }
  return undefined
}

async function add(filing: Filing, call: Call<Complaints>): Promise<FoundComplaint> {
  const { repository, key } = call
  for (let attempt = 0; ; attempt += 1) {
    const stored = newComplaint(publicNumber(repository.code, key.digest, attempt), filing, call)
    try {
      await repository.add(stored)
      return { stored, version: 1, events: [] }
    } catch (err) {
      if (!(err instanceof ConflictError)) throw err
      const found = await repository.find(stored.number)
      if (found && isRepetition(found.stored.madeBy, key)) return found
      if (attempt + 1 === NUMBER_ATTEMPTS) throw err
    }
  }
}

function newComplaint(number: string, filing: Filing, call: Call<Complaints>): StoredComplaint {
  const { repository, key, now } = call
  const at = now.toISOString()
  return {
    number,
    community: repository.community,
    category: filing.category,
    text: filing.text,
    place: filing.place,
    photos: [...filing.photos],
    filedBy: actorBy('complaint:file', call),
    filedAt: at,
    changedAt: at,
    hidesName: filing.hidesName,
    unit: call.homes[0]?.unit,
    channel: 'APP',
    life: begin(at, filing.direct || skipsProperty(filing.category)),
    check: checkFrom(now),
    events: [],
    untold: [],
    cosigns: { count: 0 },
    releases: [],
    madeBy: { id: key.id, request: key.request },
  }
}
