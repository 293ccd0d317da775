import type { Photo } from '#shared/photos/contract.ts'
import { claimable, countable } from '#shared/photos/rules.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { incomingKey } from './places.ts'
import { changePhoto, photosIn } from './repository.ts'
import { photoFor } from './sight.ts'

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

/** What photos offer to other features. A photo of another community is not there. */
export interface PhotoOffers {
  /**
   * Ties the person's own, still free photos to one use; again for the same use changes nothing.
   * @throws RefusedError where they are too many, not theirs, refused, or part of something else
   */
  claim(photos: readonly string[], whose: Whose, use: string): Promise<void>
  /** Each photo as this person may see it, in order; those that are not there are left out. */
  view(photos: readonly string[], viewer: Whose): Promise<readonly PhotoSeen[]>
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

const seen = ({ photo, state, url }: Photo): PhotoSeen => ({
  photo,
  state: state === 'awaiting' ? 'checking' : state,
  ...(url === undefined ? {} : { url }),
})
