import { createHash } from 'node:crypto'
import { accept, type Decision } from '#shared/kernel/decision.ts'
import { afterArrival, afterRefusal, afterVainLook } from '#shared/photos/rules.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { checkPhoto } from './checking.ts'
import { CONTENT_TYPES, type PhotoFault } from './photo.ts'
import { incomingKey, keptKey, whoseIncoming } from './places.ts'
import { photosIn, type Photos } from './repository.ts'
import type { FoundPhoto, StoredPhoto } from './stored.ts'
import { stripPhoto } from './stripping.ts'
import { checkVoice } from './voice/checking.ts'
import { VOICE_TYPES, type VoiceFault } from './voice/voice.ts'

type Needs = Pick<Ports, 'table' | 'blobs' | 'now'>

/** What the store calls when a file has come: checks and strips it. Telling twice, late or of nothing does no harm. */
export const photoArrivals =
  (needs: Needs) =>
  async (key: string): Promise<void> => {
    const whose = whoseIncoming(key)
    if (!whose) return
    const photos = photosIn(needs.table, whose.community)
    const found = await photos.find(whose.id)
    if (found?.photo.state === 'awaiting' && found.photo.lapsed !== true) {
      await takeIn(found, photos, needs)
    } else {
      // A form is good for several uploads; only the first counts.
      await needs.blobs.delete(key)
    }
  }

/** Looks for the bytes of a photo or voice note and decides what it is. Where there are none, it waits on. */
export async function takeIn(
  found: FoundPhoto,
  photos: Photos,
  { blobs, now }: Pick<Needs, 'blobs' | 'now'>,
): Promise<void> {
  const { photo } = found
  const incoming = incomingKey(photo)
  const bytes = await blobs.get(incoming)
  if (!bytes) {
    await photos.save(afterVainLook(photo), found)
    return
  }
  const next = await examined(photo, bytes, blobs, now())
  try {
    await photos.save(next, found)
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
    await forget(next, await photos.find(photo.id), blobs)
    throw err
  }
  await blobs.delete(incoming)
}

async function examined(
  photo: StoredPhoto,
  bytes: Uint8Array,
  blobs: Needs['blobs'],
  now: Date,
): Promise<StoredPhoto> {
  const known = photo.media === 'voice' ? asVoice(bytes) : asPhoto(bytes)
  if (!known.ok) return afterRefusal(photo, known.code)
  const { stripped, contentType, facts } = known.value
  const blob = keptKey(photo, createHash('sha256').update(stripped).digest('base64url'))
  await blobs.put(blob, stripped, contentType)
  return { ...afterArrival(photo, now), blob, ...facts }
}

/** What is kept of what came. */
interface Known {
  readonly stripped: Uint8Array
  readonly contentType: string
  readonly facts: Pick<StoredPhoto, 'kind' | 'width' | 'height' | 'seconds'>
}

function asPhoto(bytes: Uint8Array): Decision<Known, PhotoFault> {
  const checked = checkPhoto(bytes)
  if (!checked.ok) return checked
  const { kind, width, height } = checked.value
  const stripped = stripPhoto(checked.value)
  return accept({ stripped, contentType: CONTENT_TYPES[kind], facts: { kind, width, height } })
}

function asVoice(bytes: Uint8Array): Decision<Known, VoiceFault> {
  const checked = checkVoice(bytes)
  if (!checked.ok) return checked
  const { kind, seconds, bytes: stripped } = checked.value
  return accept({ stripped, contentType: VOICE_TYPES[kind], facts: { kind, seconds } })
}

/** Another upload was first: what this one left is nobody's, unless it is the same. */
async function forget(
  lost: StoredPhoto,
  winner: FoundPhoto | undefined,
  blobs: Needs['blobs'],
): Promise<void> {
  if (lost.blob !== undefined && lost.blob !== winner?.photo.blob) await blobs.delete(lost.blob)
}
