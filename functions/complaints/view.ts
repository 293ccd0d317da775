import type {
  ClockView,
  Complaint,
  ComplaintCard,
  ComplaintEvent,
  PhotoView,
  VoiceView,
} from '#shared/complaints/contract.ts'
import { partiesOf, type ComplaintAct, type Viewer } from '#shared/complaints/rules/acts.ts'
import { disputesLeft } from '#shared/complaints/rules/decide.ts'
import { closableAt } from '#shared/complaints/rules/settle.ts'
import { maySee, seesFiler, seesNote } from '#shared/complaints/rules/sight.ts'
import { placeWithoutHome } from '#shared/complaints/rules/place.ts'
import { paperOf } from '#shared/complaints/rules/window.ts'
import { can, ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { cardOf, helperOf, isFilerOfCase } from './items.ts'
import {
  isPastProperty,
  type FoundComplaint,
  type StoredActor,
  type StoredComplaint,
  type StoredEvent,
} from './stored.ts'

/** Photos and voice notes as the viewer may see and hear them. */
export interface MediaViews {
  readonly photos: readonly PhotoView[]
  readonly voices: readonly VoiceView[]
}
interface Shown {
  photos(ids: readonly string[]): PhotoView[]
  voice(id: string | undefined): VoiceView | undefined
}
type Named = (by: StoredActor | undefined) => ComplaintEvent['by']

/** Every photo the viewer would be shown. */
export const photosIn = (found: FoundComplaint, viewer: Viewer): string[] => [
  ...found.stored.photos,
  ...eventsFor(found, viewer)
    .filter((event) => !isWithheld(event, viewer, found.stored))
    .flatMap((event) => event.photos),
]

/** Every voice note of which the viewer would hear at least that it is there. */
export const voicesIn = (found: FoundComplaint, viewer: Viewer): string[] =>
  eventsFor(found, viewer)
    .filter((event) => !isWithheld(event, viewer, found.stored))
    .flatMap(({ voice }) => voice ?? [])

/** The complaint as this viewer, who may see it, sees it. */
export function viewOf(
  found: FoundComplaint,
  viewer: Viewer,
  media: MediaViews,
  acts: readonly ComplaintAct[],
): Complaint {
  const { stored } = found
  const { life, hidesName, channel } = stored
  const shown = shownOf(media)
  const knowsFiler = isFilerKnown(stored, viewer)
  const named = namesFor(stored, viewer)
  const closable = closableAt(life)?.toISOString()
  return {
    text: stored.text,
    photos: shown.photos(stored.photos),
    filedBy: named(stored.filedBy),
    mine: viewer.isFiler,
    ...(viewer.isHelper && { assisting: true }),
    checked: stored.check.state === 'passed',
    timeline: [
      filing(stored, named, knowsFiler),
      ...eventsFor(found, viewer).map((event) => entryOf(event, viewer, stored, shown, named)),
    ],
    acts: [...acts],
    disputesLeft: viewer.isFiler ? disputesLeft(life) : 0,
    clocks: clocksOf(stored),
    hidesName,
    channel,
    lastSeq: life.lastSeq,
    ...(closable !== undefined && { closableAt: closable }),
    ...(life.mergedInto !== undefined && { mergedInto: life.mergedInto }),
    ...(stored.frozen && { frozen: { until: stored.frozen.until } }),
    ...workerFor(stored, viewer),
    ...windowFor(stored, viewer, knowsFiler),
    ...cardFor(cardOf(stored), stored, knowsFiler),
  }
}

function shownOf({ photos, voices }: MediaViews): Shown {
  const byId = new Map(photos.map((photo) => [photo.photo, photo]))
  return {
    photos: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    voice: (id) => voices.find(({ voice }) => voice === id),
  }
}

/** Whom the viewer may know by name. */
export const namesFor =
  (stored: StoredComplaint, viewer: Viewer): Named =>
  (by) => {
    if (!by) return CLOCK
    return !isFilerKnown(stored, viewer) && isFilers(by, stored) ? SOMEBODY : actorOf(by)
  }

/** Who has what is the property's own affair. */
const workerFor = ({ worker }: StoredComplaint, viewer: Viewer): Pick<Complaint, 'worker'> =>
  worker && partiesOf(viewer).includes('property')
    ? { worker: { ...actorOf(worker), me: viewer.isWorker === true } }
    : {}

/** How to reach the person is for the offices, which speak for them. */
function windowFor(
  { window }: StoredComplaint,
  viewer: Viewer,
  knowsFiler: boolean,
): Pick<Complaint, 'atWindow'> {
  if (!window || !knowsFiler) return {}
  const paper = paperOf(window)
  const isOffice = partiesOf(viewer).some((party) => party === 'community' || party === 'street')
  return {
    atWindow: {
      by: actorOf(window.by),
      claimed: window.claimed !== undefined,
      ...(isOffice && paper && { codeUntil: paper.expiresAt }),
      ...(isOffice && window.phone !== undefined && { phone: window.phone }),
    },
  }
}

const isFilerKnown = (stored: StoredComplaint, viewer: Viewer): boolean =>
  seesFiler({ hidesName: stored.hidesName, skipsProperty: isPastProperty(stored) }, viewer)

/** Who helps a filer says much of who it is. */
const cardFor = (
  { assistedBy, ...card }: ComplaintCard,
  { place }: StoredComplaint,
  knowsFiler: boolean,
): ComplaintCard =>
  knowsFiler
    ? { ...card, ...(assistedBy && { assistedBy }) }
    : { ...card, place: placeWithoutHome(place) }

const SOMEBODY = { role: '居民', name: '已隐去姓名' }
const CLOCK = { role: '系统', name: '' }

export const actorOf = ({ person, role, name }: StoredActor) => ({
  // Whom the register does not know is neither owner nor tenant.
  role: isFilerOfCase(person) ? SOMEBODY.role : ROLE_NAMES[role],
  name,
})

/** Who acts by a home acts on a complaint of their own: also the owner for whom it was filed before they had an account. */
const isFilers = ({ person, role }: StoredActor, { filedBy }: StoredComplaint): boolean =>
  person === filedBy.person || !can([role], 'complaint:queue')

/** Notes are for colleagues of whoever wrote them. */
const eventsFor = ({ events }: FoundComplaint, viewer: Viewer): readonly StoredEvent[] =>
  events.filter(({ kind, by }) => kind !== 'noted' || (by && seesNote(by.role, viewer)))

/** Its text and photos stand above the timeline. */
const filing = (
  { filedAt, filedBy, assistedBy, window }: StoredComplaint,
  named: Named,
  knowsFiler: boolean,
): ComplaintEvent => ({
  seq: 0,
  at: filedAt,
  kind: 'filed',
  by: named(filedBy),
  ...(assistedBy && knowsFiler && { through: helperOf(assistedBy) }),
  ...(window && { through: actorOf(window.by) }),
  photos: [],
  withheld: false,
})

function entryOf(
  event: StoredEvent,
  viewer: Viewer,
  stored: StoredComplaint,
  shown: Shown,
  named: Named,
): ComplaintEvent {
  const { seq, at, kind, by, text, photos, rating } = event
  const voice = shown.voice(event.voice)
  const withheld = isWithheld(event, viewer, stored)
  const words = withheld
    ? { photos: [] }
    : { text, photos: shown.photos(photos), ...(voice && { voice }) }
  const facts = factsOf(event)
  return { seq, at, kind, by: named(by), rating, withheld, ...words, ...(facts && { facts }) }
}

/** Without what is ours alone: how the clocks were set. */
function factsOf({ facts }: StoredEvent): ComplaintEvent['facts'] | undefined {
  const shown = { ...facts, set: undefined, findingSeq: undefined }
  return Object.values(shown).every((value) => value === undefined) ? undefined : shown
}

const clocksOf = ({ life: { clocks } }: StoredComplaint): ClockView[] =>
  clocks
    .filter(({ state }) => state !== 'stopped')
    .map(({ name, due, firstDue, provisional, state, rule, pauses }) => {
      const pausedFor = state === 'paused' ? pauses[pauses.length - 1]?.reason : undefined
      return {
        clock: name,
        due,
        firstDue,
        provisional,
        breached: state === 'breached',
        goesUp: rule.escalatesAfterHours !== undefined,
        pauses: pauses.length,
        ...(pausedFor && { pausedFor }),
      }
    })

/**
 * That the filer disputes or confirms is known at once; in which words, once they are checked. Nobody checks what is
 * frozen: an officer who gave a ground reads it whole.
 */
const isWithheld = (
  { check: { state } }: StoredEvent,
  viewer: Viewer,
  { frozen }: StoredComplaint,
): boolean => frozen === undefined && !maySee(checkedAs(state), readerOf(state, viewer))

const checkedAs = (state: StoredEvent['check']['state']) => ({
  checked: state === 'passed',
  held: state === 'held',
})

/** A helper wrote the complaint, not what the filer says of it later: that they read once it is checked. */
const readerOf = (state: StoredEvent['check']['state'], viewer: Viewer): Viewer =>
  state === 'passed' ? viewer : { ...viewer, isHelper: false }
