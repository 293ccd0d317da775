import type { Category, Place } from '#shared/complaints/contract.ts'
import { begin } from '#shared/complaints/rules/life.ts'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { isOffered } from '#shared/complaints/settings.ts'
import { checkFrom, PASSED } from '#shared/kernel/content-check.ts'
import { openLife } from '#shared/complaints/rules/settle.ts'
import { placeFor } from '#shared/complaints/rules/place.ts'
import { NUMBER_ATTEMPTS, publicNumber } from '#shared/kernel/public-number.ts'
import type { Places } from '../communities/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { filerOf, type Filer, type FilerNeeds } from './filer.ts'
import { whoseIn, type PhotoOffers } from './photos.ts'
import { afterSettling } from './next-complaint.ts'
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
  /** The home whose person the caller helps. */
  readonly onBehalfOf?: string | undefined
}

interface Needs extends FilerNeeds {
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
  return fileAs(filing, await filerOf(filing.onBehalfOf, call, needs), call, needs)
}

/** As the complaint of this filer, whoever sends it in. */
export async function fileAs(
  filing: Filing,
  filer: Filer,
  call: Call<Complaints>,
  needs: Omit<Needs, keyof FilerNeeds>,
): Promise<FoundComplaint> {
  const place = await allowed(filing, filer, call, needs).catch(async (err: unknown) => {
    // What was filed while it was allowed is given again, whatever was switched off since.
    const made = err instanceof RefusedError ? await madeBefore(call) : undefined
    if (!made) throw err
    return made
  })
  if ('stored' in place) return place
  if (filing.photos.length > 0 || filer.assistedBy || filer.window) {
    // Photos are tied, and help noted, before the complaint exists: a repetition must not do it anew.
    const made = await madeBefore(call)
    if (made) return made
  }
  if (filing.photos.length > 0) {
    await needs.photos.claim(filing.photos, whoseIn(call), `complaint ${call.key.id}`)
  }
  return add({ ...filing, place }, filer, call, needs.settings)
}

async function allowed(
  { place, category }: Filing,
  filer: Filer,
  call: Call<Complaints>,
  { places, settings }: Omit<Needs, keyof FilerNeeds>,
): Promise<Place> {
  const there = await allowedPlace(place, filer, call, places)
  if (!isOffered(await settings.of(call.repository.community), category)) {
    throw new RefusedError('complaints.unknown_category')
  }
  return there
}

async function allowedPlace(
  place: Place,
  { homes, assistedBy, window }: Filer,
  { repository }: Call<Complaints>,
  places: Places,
): Promise<Place> {
  const community =
    place.kind === 'building' ? await places.community(repository.community) : undefined
  const notTheirs =
    (assistedBy ?? window) ? 'complaints.not_helped_home' : 'complaints.not_your_home'
  return accepted(placeFor(place, homes, community?.buildings ?? [], notTheirs))
}

async function madeBefore({ repository, key }: Call<Complaints>) {
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const found = await repository.find(publicNumber(repository.code, key.digest, attempt))
    if (!found || isRepetition(found.stored.madeBy, key)) return found
  }
  return undefined
}

async function add(
  filing: Filing,
  filer: Filer,
  call: Call<Complaints>,
  settings: SettingsOffers,
): Promise<FoundComplaint> {
  const { repository, key } = call
  for (let attempt = 0; ; attempt += 1) {
    const number = publicNumber(repository.code, key.digest, attempt)
    const written = newComplaint(number, filing, filer, call)
    const stored = filer.window ? await opened(written, call, settings) : written
    try {
      await repository.noteHelp(stored)
      await repository.add(stored)
      return { stored, version: 1, events: stored.events }
    } catch (err) {
      if (!(err instanceof ConflictError)) throw err
      const found = await repository.find(stored.number)
      if (found && isRepetition(found.stored.madeBy, key)) return found
      if (attempt + 1 === NUMBER_ATTEMPTS) throw err
    }
  }
}

/** Officers answer for what they write down: nobody checks it, and the clocks run at once. */
async function opened(
  written: StoredComplaint,
  { now }: Call<Complaints>,
  settings: SettingsOffers,
): Promise<StoredComplaint> {
  const stored = { ...written, check: PASSED }
  return afterSettling(stored, openLife(stored.life, now, await settings.terms(stored)))
}

function newComplaint(
  number: string,
  filing: Filing,
  { filedBy, filedFor, assistedBy, window, channel = 'APP', homes }: Filer,
  call: Call<Complaints>,
): StoredComplaint {
  const { repository, key, now } = call
  const at = now.toISOString()
  return {
    number,
    community: repository.community,
    category: filing.category,
    text: filing.text,
    place: filing.place,
    photos: [...filing.photos],
    filedBy,
    ...(filedFor !== undefined && { filedFor }),
    ...(assistedBy && { assistedBy }),
    ...(window && { window: window(number) }),
    filedAt: at,
    changedAt: at,
    hidesName: filing.hidesName,
    unit: homes[0]?.unit,
    channel,
    life: begin(at, filing.direct || skipsProperty(filing.category)),
    check: checkFrom(now),
    events: [],
    untold: [],
    cosigns: { count: 0 },
    releases: [],
    madeBy: { id: key.id, request: key.request },
  }
}
