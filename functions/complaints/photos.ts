import type { PhotoView } from '#shared/complaints/contract.ts'
import { RefusedError } from '../platform/http/refused-error.ts'

/** What complaints ask of photos. */
export interface PhotoOffers {
  /**
   * Ties the person's own, still free photos to one use; again for the same use changes nothing.
   * @throws RefusedError where one is not theirs or is used elsewhere
   */
  claim(photos: readonly string[], person: string, use: string): Promise<void>
  /** Each photo as this person may see it. */
  view(
    photos: readonly string[],
    viewer: { readonly person: string },
  ): Promise<readonly PhotoView[]>
}

/** Where nobody can upload, there is no photo to tie or to see. */
export const noPhotos: PhotoOffers = {
  claim: () => Promise.reject(new RefusedError('photos.not_found')),
  view: () => Promise.resolve([]),
}
