import type {
  Complaint,
  ComplaintCard,
  ComplaintEvent,
  PhotoView,
} from '#shared/complaints/contract.ts'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { actsFor, maySee, type Standing, type Viewer } from '#shared/complaints/rules.ts'
import { cardOf, helperOf } from './items.ts'
import {
  disputesLeft,
  type FoundComplaint,
  type StoredComplaint,
  type StoredEvent,
} from './stored.ts'

type Shown = (photos: readonly string[]) => PhotoView[]

/** What decides about acts on it. */
export const standingOf = (
  { stored, events }: FoundComplaint,
  card: ComplaintCard = cardOf(stored),
): Standing => ({
  ...card,
  disputesLeft: disputesLeft(stored),
  timeline: { length: events.length + 1 },
})

/** Every photo the viewer would be shown. */
export const photosIn = (found: FoundComplaint, viewer: Viewer): string[] => [
  ...found.stored.photos,
  ...found.events
    .filter((event) => !isWithheld(event, viewer, found.stored))
    .flatMap((event) => event.photos),
]

/** The complaint as this viewer, who may see it, sees it. */
export function viewOf(
  found: FoundComplaint,
  viewer: Viewer,
  photos: readonly PhotoView[],
): Complaint {
  const { stored, events } = found
  const byId = new Map(photos.map((photo) => [photo.photo, photo]))
  const shown: Shown = (ids) => ids.flatMap((id) => byId.get(id) ?? [])
  const card = cardOf(stored)
  const standing = standingOf(found, card)
  return {
    ...card,
    text: stored.text,
    photos: shown(stored.photos),
    filedBy: actorOf(stored.filedBy),
    mine: viewer.isFiler,
    ...(viewer.isHelper && { assisting: true }),
    checked: stored.check.state === 'passed',
    timeline: [filing(stored), ...events.map((event) => entryOf(event, viewer, stored, shown))],
    acts: stored.frozen ? [] : actsFor(standing, viewer),
    disputesLeft: viewer.isFiler ? standing.disputesLeft : 0,
    ...(stored.frozen && { frozen: { until: stored.frozen.until } }),
  }
}

export const actorOf = ({ role, name }: StoredComplaint['filedBy']) => ({
  role: ROLE_NAMES[role],
  name,
})

/** Its text and photos stand above the timeline. */
const filing = ({ filedAt, filedBy, assistedBy }: StoredComplaint): ComplaintEvent => ({
  seq: 0,
  at: filedAt,
  kind: 'filed',
  by: actorOf(filedBy),
  ...(assistedBy && { through: helperOf(assistedBy) }),
  photos: [],
  withheld: false,
})

function entryOf(
  event: StoredEvent,
  viewer: Viewer,
  stored: StoredComplaint,
  shown: Shown,
): ComplaintEvent {
  const { seq, at, kind, by, text, photos, rating } = event
  const withheld = isWithheld(event, viewer, stored)
  const words = withheld ? { photos: [] } : { text, photos: shown(photos) }
  return { seq, at, kind, by: actorOf(by), rating, withheld, ...words }
}

/**
 * That the filer disputes or confirms is known at once; in which words, once they are checked. Nobody checks what is
 * frozen: an officer who gave a ground reads it whole.
 */
const isWithheld = (
  { check: { state } }: StoredEvent,
  viewer: Viewer,
  { frozen }: StoredComplaint,
): boolean => frozen === undefined && !maySee(sightOf(state), readerOf(state, viewer))

const sightOf = (state: StoredEvent['check']['state']) => ({
  checked: state === 'passed',
  held: state === 'held',
})

/** A helper wrote the complaint, not what the filer says of it later: that they read once it is checked. */
const readerOf = (state: StoredEvent['check']['state'], viewer: Viewer): Viewer =>
  state === 'passed' ? viewer : { ...viewer, isHelper: false }
