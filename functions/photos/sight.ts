import { MINUTE } from '#shared/kernel/calendar.ts'
import { PhotoReason, type Photo } from '#shared/photos/contract.ts'
import { seenBy } from '#shared/photos/rules.ts'
import { VoiceReason, type Voice } from '#shared/photos/voice-contract.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { StoredPhoto } from './stored.ts'

/** An address is good for 30 to 60 minutes and the same for 30, so that a phone need not load a picture anew. */
const SPAN = 30 * MINUTE

const shownUntil = (now: Date): Date => new Date((Math.floor(now.getTime() / SPAN) + 2) * SPAN)

/** For whoever may read it, which is said elsewhere. */
export const addressOf = (blob: string, blobs: Blobs, now: Date): string =>
  blobs.readUrl(blob, shownUntil(now))

const sightOf = (one: StoredPhoto, person: string, blobs: Blobs, now: Date) =>
  seenBy(one, person, () => addressOf(one.blob ?? '', blobs, now))

/** The photo as this person may see it. */
export function photoFor(photo: StoredPhoto, person: string, blobs: Blobs, now: Date): Photo {
  const { reason, ...sight } = sightOf(photo, person, blobs, now)
  const { data } = PhotoReason.safeParse(reason)
  return { photo: photo.id, ...sight, ...(data && { reason: data }) }
}

/** The voice note as this person may hear it: that there is one, and how long, is no secret. */
export function voiceFor(voice: StoredPhoto, person: string, blobs: Blobs, now: Date): Voice {
  const { reason, ...sight } = sightOf(voice, person, blobs, now)
  const { data } = VoiceReason.safeParse(reason)
  const { id, seconds } = voice
  return {
    voice: id,
    ...sight,
    ...(data && { reason: data }),
    ...(seconds !== undefined && { seconds }),
  }
}
