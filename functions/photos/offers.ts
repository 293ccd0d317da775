import type { Output } from '#shared/kernel/route.ts'
import { MAX_PHOTO_BYTES, type Photo, type photos as contract } from '#shared/photos/contract.ts'
import { claimable, countable, isOf, type Media } from '#shared/photos/rules.ts'
import type { Voice } from '#shared/photos/voice-contract.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { Ports } from '../platform/ports.ts'
import { begun, type Adding } from './begin.ts'
import { CONTENT_TYPES } from './photo.ts'
import { incomingKey, sha256In } from './places.ts'
import { changePhoto, photosIn, type Photos } from './repository.ts'
import { addressOf, photoFor, voiceFor } from './sight.ts'
import type { StoredPhoto } from './stored.ts'
import { VOICE_TYPES } from './voice/voice.ts'

/** As another feature sees a photo: what has not arrived is still being checked. */
export interface PhotoSeen {
  readonly photo: string
  readonly state: 'checking' | 'passed' | 'refused'
  /** Only where this person may see it. */
  readonly url?: string
}

type BegunPhoto = Output<typeof contract.add>

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
  /** A form to upload a sealed photo with: no machine checks it, and nobody sees it but as `claimSealed` says. */
  beginSealed(community: string, adding: Adding): Promise<BegunPhoto>
  /** The same of sealed ones. None of them is ever seen by `view`: their feature says who reads `files`. */
  claimSealed(photos: readonly string[], whose: Whose, use: string): Promise<void>
  /** Each photo as this person may see it, in order; those that are not there are left out. */
  view(photos: readonly string[], viewer: Whose): Promise<readonly PhotoSeen[]>
  /** Those whose check has passed, in order. */
  files(photos: readonly string[], community: string): Promise<readonly PhotoFile[]>
  /** For ever, bytes and all, voice notes too: what they were part of is kept no longer. Twice is once. */
  remove(photos: readonly string[], community: string): Promise<void>
}

/** As another feature hears a voice note. */
export interface VoiceHeard {
  readonly voice: string
  readonly state: 'checking' | 'passed' | 'refused'
  /** Only where this person may hear it. */
  readonly url?: string
  readonly seconds?: number
}

/** A voice note whose check has passed, with what proves it. */
export interface VoiceFile extends Omit<PhotoFile, 'photo'> {
  readonly voice: string
  readonly seconds: number
}

/** The same of voice notes; whoever removes photos removes them too. */
export interface VoiceOffers {
  /**
   * Ties the person's own, still free note to one use; again for the same use changes nothing.
   * @throws RefusedError where it is not theirs, refused, or part of something else
   */
  claim(voice: string, whose: Whose, use: string): Promise<void>
  view(voices: readonly string[], viewer: Whose): Promise<readonly VoiceHeard[]>
  files(voices: readonly string[], community: string): Promise<readonly VoiceFile[]>
}

type Needs = Pick<Ports, 'table' | 'blobs' | 'now'>

export const photoOffers = ({ table, blobs, now }: Needs) =>
  ({
    async claim(ids, whose, use) {
      accepted(countable(ids))
      await tie('photo', ids, whose, use, photosIn(table, whose.community))
    },
    async beginSealed(community, adding) {
      const stores = { photos: photosIn(table, community), blobs }
      const { id, form } = await begun('photo', MAX_PHOTO_BYTES, stores, adding, true)
      return { photo: id, form, maxBytes: MAX_PHOTO_BYTES }
    },
    async claimSealed(ids, whose, use) {
      accepted(countable(ids))
      await tie('photo', ids, whose, use, photosIn(table, whose.community), true)
    },
    async view(ids, { community, person }) {
      const found = await each('photo', ids, photosIn(table, community))
      return found.map((photo) => seen(photoFor(photo, person, blobs, now())))
    },
    async files(ids, community) {
      const found = await each('photo', ids, photosIn(table, community))
      return found.flatMap((photo) => fileOf(photo, blobs, now()))
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

export const voiceOffers = ({ table, blobs, now }: Needs) =>
  ({
    claim: (id, whose, use) => tie('voice', [id], whose, use, photosIn(table, whose.community)),
    async view(ids, { community, person }) {
      const found = await each('voice', ids, photosIn(table, community))
      return found.map((voice) => heard(voiceFor(voice, person, blobs, now())))
    },
    async files(ids, community) {
      const found = await each('voice', ids, photosIn(table, community))
      return found.flatMap((voice) => {
        const { id, seconds = 0 } = voice
        return fileOf(voice, blobs, now()).map((file) => ({ ...file, voice: id, seconds }))
      })
    },
  }) satisfies VoiceOffers

/** All of them are looked at before the first is tied: a refusal leaves every one free. */
async function tie(
  media: Media,
  ids: readonly string[],
  { person }: Whose,
  use: string,
  photos: Photos,
  sealed = false,
): Promise<void> {
  const found = await photos.findAll(ids)
  const all = found.map((one) => one?.photo)
  accepted(claimable(media, all, person, use, sealed))
  for (const id of ids) {
    await changePhoto(photos, id, (photo) => {
      accepted(claimable(media, [photo], person, use, sealed))
      return photo.use === use ? undefined : { ...photo, use }
    })
  }
}

async function each(media: Media, ids: readonly string[], photos: Photos): Promise<StoredPhoto[]> {
  const found = await photos.findAll(ids)
  return found.flatMap((one) => (one && isOf(media, one.photo) ? [one.photo] : []))
}

function fileOf(photo: StoredPhoto, blobs: Blobs, now: Date): PhotoFile[] {
  if (photo.state !== 'passed' || photo.blob === undefined || !photo.kind) return []
  const { id, addedAt, blob, kind } = photo
  return [
    {
      ...{ photo: id, addedAt, contentType: { ...CONTENT_TYPES, ...VOICE_TYPES }[kind] },
      sha256: sha256In(blob),
      url: addressOf(blob, blobs, now),
      bytes: () => blobs.get(blob),
    },
  ]
}

const seen = ({ photo, state, url }: Photo): PhotoSeen => ({
  photo,
  state: state === 'awaiting' ? 'checking' : state,
  ...(url === undefined ? {} : { url }),
})

const heard = ({ voice, state, url, seconds }: Voice): VoiceHeard => ({
  voice,
  state: state === 'awaiting' ? 'checking' : state,
  ...(url === undefined ? {} : { url }),
  ...(seconds === undefined ? {} : { seconds }),
})
