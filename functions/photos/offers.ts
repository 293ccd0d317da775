import type { Photo } from '#shared/photos/contract.ts'
import { claimable, countable } from '#shared/photos/rules.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { Ports } from '../platform/ports.ts'
import { CONTENT_TYPES } from './photo.ts'
import { incomingKey, sha256In } from './places.ts'
import { changePhoto, photosIn } from './repository.ts'
import { photoFor } from './sight.ts'
import type { StoredPhoto } from './stored.ts'

/** As another feature sees a photo: what has not arrived is still being checked. */
export interface PhotoSeen {
  readonly photo: string
  readonly state: 'checking' | 'passed' | 'refused'
  /** Only where this person may see it. */
  readonly url?: string
}

interface Whose {
  readonly community: string
  readonly person: string
}

/** A photo whose check has passed, with what proves it. */
export interface PhotoFile {
  readonly photo: string
  /** ISO instant. */
  readonly addedAt: string
  readonly contentType: string
  /** Of the picture as it is kept, in hexadecimal. */
  readonly sha256: string
  /** Readable by whoever has it, for half an hour at least. */
  readonly url: string
  bytes(): Promise<Uint8Array | undefined>
}

/** What photos offer to other features. A photo of another community is not there. */
export interface PhotoOffers {
  /**
   * Ties the person's own, still free photos to one use; again for the same use changes nothing.
   * @throws RefusedError where they are too many, not theirs, refused, or part of something else
   */
  claim(photos: readonly string[], whose: Whose, use: string): Promise<void>
  /** Each photo as this person may see it, in order; those that are not there are left out. */
  view(photos: readonly string[], viewer: Whose): Promise<readonly PhotoSeen[]>
  /** Those whose check has passed, in order. */
  files(photos: readonly string[], community: string): Promise<readonly PhotoFile[]>
  /** For ever, bytes and all: what they were part of is kept no longer. Twice is once. */
  remove(photos: readonly string[], community: string): Promise<void>
}

export const photoOffers = ({ table, blobs, now }: Pick<Ports, 'table' | 'blobs' | 'now'>) =>
  ({
    async claim(ids, { community, person }, use) {
      accepted(countable(ids))
      const photos = photosIn(table, community)
      const found = await photos.findAll(ids)
      // All of them are looked at before the first is tied: a refusal leaves every one free.
      accepted(
        claimable(
          found.map((one) => one?.photo),
          person,
          use,
        ),
      )
      for (const id of ids) {
        await changePhoto(photos, id, (photo) => {
          accepted(claimable([photo], person, use))
          return photo.use === use ? undefined : { ...photo, use }
        })
      }
    },
    async view(ids, { community, person }) {
      const found = await photosIn(table, community).findAll(ids)
      return found.flatMap((one) => (one ? [seen(photoFor(one.photo, person, blobs, now()))] : []))
    },
    async files(ids, community) {
      const found = await photosIn(table, community).findAll(ids)
      return found.flatMap((one) => fileOf(one?.photo, blobs, now()))
    },
    async remove(ids, community) {
      const photos = photosIn(table, community)
      for (const found of await photos.findAll(ids)) {
        if (!found) continue
        await blobs.delete(incomingKey(found.photo))
        if (found.photo.blob !== undefined) await blobs.delete(found.photo.blob)
        await photos.remove(found)
      }
    },
  }) satisfies PhotoOffers

function fileOf(photo: StoredPhoto | undefined, blobs: Blobs, now: Date): PhotoFile[] {
  if (photo?.state !== 'passed' || photo.blob === undefined || !photo.kind) return []
  const { id, addedAt, blob, kind, person } = photo
  return [
    {
      ...{ photo: id, addedAt, contentType: CONTENT_TYPES[kind] },
      sha256: sha256In(blob),
      url: photoFor(photo, person, blobs, now).url ?? '',
      bytes: () => blobs.get(blob),
    },
  ]
}

const seen = ({ photo, state, url }: Photo): PhotoSeen => ({
  photo,
  state: state === 'awaiting' ? 'checking' : state,
  ...(url === undefined ? {} : { url }),
})
