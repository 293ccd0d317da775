import { createHash } from 'node:crypto'
import { afterArrival, afterRefusal, afterVainLook } from '#shared/photos/rules.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { checkPhoto } from './checking.ts'
import { CONTENT_TYPES } from './photo.ts'
import { incomingKey, keptKey, whoseIncoming } from './places.ts'
import { photosIn, type Photos } from './repository.ts'
import type { FoundPhoto, StoredPhoto } from './stored.ts'
import { stripPhoto } from './stripping.ts'

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

/** Looks for the bytes of a photo and decides what it is. Where there are none, it waits on. */
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
  const checked = checkPhoto(bytes)
  if (!checked.ok) return afterRefusal(photo, checked.code)
  const { kind, width, height } = checked.value
  const stripped = stripPhoto(checked.value)
  const blob = keptKey(photo, createHash('sha256').update(stripped).digest('base64url'))
  await blobs.put(blob, stripped, CONTENT_TYPES[kind])
  return { ...afterArrival(photo, now), blob, kind, width, height }
}

/** Another upload was first: what this one left is nobody's, unless it is the same picture. */
async function forget(
  lost: StoredPhoto,
  winner: FoundPhoto | undefined,
  blobs: Needs['blobs'],
): Promise<void> {
  if (lost.blob !== undefined && lost.blob !== winner?.photo.blob) await blobs.delete(lost.blob)
}
