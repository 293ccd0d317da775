import { api } from '#miniprogram/platform/api.ts'
import { ApiError, asApiError } from '#miniprogram/platform/api-error.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { now } from '#miniprogram/platform/clock.ts'
import type { Draft, Drafts } from '#miniprogram/platform/drafts.ts'
import { dropFile, findFile } from '#miniprogram/platform/kept-files.ts'
import { isOnline, whenOnline } from '#miniprogram/platform/online.ts'
import {
  afterEvent,
  nextToSend,
  sentIds,
  staleIn,
  type PhotoEvent,
  type QueuedPhoto,
} from '#miniprogram/platform/photo-queue.ts'
import { sendPhoto } from '#miniprogram/platform/upload.ts'
import { personNow } from '#miniprogram/platform/use-identity.ts'
import {
  afterTrouble,
  dueNotes,
  hasFailed,
  nextNoteTime,
  photosAreThere,
  roundNotes,
  textOf,
  type RoundNote,
} from './round-notes.ts'

export interface RoundOutbox {
  readonly notes: Drafts<RoundNote>
  /** Sends whatever can go now, one after the other. */
  readonly run: () => Promise<void>
  /** The same without waiting out a pause: somebody looks, or the network has come back. */
  readonly hurry: () => void
}

const outboxes = new Map<string, RoundOutbox>()

/** Goes on while the app is open, whatever page is in front; once for each person and community. */
export function roundOutbox(person: string, community: string): RoundOutbox {
  const name = `${person} ${community}`
  const outbox = outboxes.get(name) ?? openOutbox(person, community)
  outboxes.set(name, outbox)
  return outbox
}

function openOutbox(person: string, community: string): RoundOutbox {
  const notes = roundNotes(person, community)
  // Somebody else may have logged in meanwhile: in their name nothing of this person's is sent.
  const mayGo = (): boolean => isOnline() && personNow() === person
  let timer: ReturnType<typeof setTimeout> | undefined
  let landing: Promise<void> | undefined

  const sendDue = async (): Promise<void> => {
    for (const { id } of dueNotes(notes.list(), now())) {
      if (mayGo()) await send(community, notes, id)
    }
    clearTimeout(timer)
    const time = nextNoteTime(notes.list())
    if (time === undefined || !mayGo()) return
    timer = setTimeout(() => void run(), Math.max(1_000, Date.parse(time) - now().getTime()))
  }
  const run = (): Promise<void> => {
    landing ??= sendDue().finally(() => (landing = undefined))
    return landing
  }
  const hurry = (): void => {
    for (const { id, content } of notes.list()) {
      if (!content.sending) continue
      happened(notes, id, { kind: 'network_returned' })
      notes.change(id, (note) => ({ ...note, sending: { attempts: 0 } }))
    }
    void run()
  }
  for (const { id, content } of notes.list()) {
    happened(notes, id, { kind: 'app_opened' })
    for (const { key } of staleIn(content.photos, now())) {
      happened(notes, id, { kind: 'lapsed', key, anew: newKey() })
    }
  }
  whenOnline(hurry)
  return { notes, run, hurry }
}

export const happened = (notes: Drafts<RoundNote>, id: string, event: PhotoEvent): void =>
  void notes.change(id, (note) => ({ ...note, photos: [...afterEvent(note.photos, event)] }))

/** Photos first, then the words, under the note's own key: sent again after a lost answer it is still one note. */
async function send(community: string, notes: Drafts<RoundNote>, id: string): Promise<void> {
  try {
    await sendPhotos(community, notes, id)
    const draft = notes.find(id)
    if (!draft?.content.sending) return
    await sendWords(community, notes, draft)
  } catch (err) {
    notes.change(id, (note) => afterTrouble(note, asApiError(err), now()))
  }
}

/** @throws ApiError where one did not arrive */
async function sendPhotos(community: string, notes: Drafts<RoundNote>, id: string): Promise<void> {
  const next = () => nextToSend(notes.find(id)?.content.photos ?? [], now())
  for (let photo = next(); photo; photo = next()) {
    const { key } = photo
    happened(notes, id, { kind: 'begun', key })
    try {
      const sent = await uploaded(community, photo)
      happened(notes, id, { kind: 'arrived', key, photo: sent, at: now() })
    } catch (err) {
      const { detail: wrong, status } = asApiError(err)
      const lasting = status >= 400 && status < 500 && status !== 429
      happened(notes, id, { kind: 'stopped', key, wrong, lasting, at: now() })
      throw err
    }
  }
}

async function uploaded(community: string, { key, path }: QueuedPhoto): Promise<string> {
  const file = await findFile(path)
  if (file === undefined) {
    throw new ApiError('client.photo_gone', '有一张照片在这部手机上找不到了，请去掉它。', 410)
  }
  const { photo, form } = await api.photos.add({ community }, { key })
  await sendPhoto(form, { path: file, bytes: 0 })
  return photo
}

async function sendWords(
  community: string,
  notes: Drafts<RoundNote>,
  { id, key, content }: Draft<RoundNote>,
): Promise<void> {
  if (!photosAreThere(content)) {
    throw new ApiError('client.photo_waits', '照片还没有传完，稍后接着传。')
  }
  // A note never goes without a photo that its writer believes to be with it.
  if (hasFailed(content)) {
    throw new ApiError('client.photo_failed', '有照片没有传上。请再发一次，或者去掉它再发。', 410)
  }
  const said = { text: textOf(content), photos: sentIds(content.photos) }
  await api.complaints.note({ community, number: content.number, ...said }, { key })
  for (const { path } of content.photos) dropFile(path)
  notes.change(id, (note) => ({
    ...note,
    photos: [],
    sending: undefined,
    sentAt: now().toISOString(),
  }))
}
