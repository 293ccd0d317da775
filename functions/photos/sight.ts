import { MINUTE } from '#shared/kernel/calendar.ts'
import type { Photo } from '#shared/photos/contract.ts'
import { seenBy } from '#shared/photos/rules.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { StoredPhoto } from './stored.ts'

/** An address is good for 30 to 60 minutes and the same for 30, so that a phone need not load a picture anew. */
const SPAN = 30 * MINUTE

const shownUntil = (now: Date): Date => new Date((Math.floor(now.getTime() / SPAN) + 2) * SPAN)

/** The photo as this person may see it. */
export const photoFor = (photo: StoredPhoto, person: string, blobs: Blobs, now: Date): Photo =>
  seenBy(photo, person, () => blobs.readUrl(photo.blob ?? '', shownUntil(now)))
