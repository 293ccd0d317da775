import type { Output } from '#shared/kernel/route.ts'
import { MAX_PHOTO_BYTES, type photos as contract } from '#shared/photos/contract.ts'
import { FORM_LIVES, isOf, newUpload, type Media } from '#shared/photos/rules.ts'
import { MAX_VOICE_BYTES, type voices as voiceContract } from '#shared/photos/voice-contract.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { incomingKey } from './places.ts'
import { photosIn, type Photos } from './repository.ts'
import { photoFor, voiceFor } from './sight.ts'
import type { StoredPhoto } from './stored.ts'

interface Stores {
  readonly photos: Photos
  readonly blobs: Blobs
}

const open: Feature<typeof contract, Stores>['open'] = ({ table, blobs }, scope) => {
  if (!scope) throw new Error('a photo belongs to a community')
  return { photos: photosIn(table, scope.community), blobs }
}

export const photoFeature: Feature<typeof contract, Stores> = {
  open,
  handlers: {
    async add(_, call) {
      const { id, form } = await begun('photo', MAX_PHOTO_BYTES, call)
      return { photo: id, form, maxBytes: MAX_PHOTO_BYTES }
    },

    async get({ photo: id }, { repository: { photos, blobs }, person, now }) {
      const photo = await foundAs('photo', id, photos)
      if (!photo) throw new RefusedError('photos.not_found')
      return photoFor(photo, person, blobs, now)
    },
  },
}

export const voiceFeature: Feature<typeof voiceContract, Stores> = {
  open,
  handlers: {
    async add(_, call) {
      const { id, form } = await begun('voice', MAX_VOICE_BYTES, call)
      return { voice: id, form, maxBytes: MAX_VOICE_BYTES }
    },

    async get({ voice: id }, { repository: { photos, blobs }, person, now }) {
      const voice = await foundAs('voice', id, photos)
      if (!voice) throw new RefusedError('voices.not_found')
      return voiceFor(voice, person, blobs, now)
    },
  },
}

async function foundAs(media: Media, id: string, photos: Photos): Promise<StoredPhoto | undefined> {
  const one = (await photos.find(id))?.photo
  return one && isOf(media, one) && one.lapsed !== true ? one : undefined
}

/** Where the phone sends it, for half an hour. */
async function begun(media: Media, maxBytes: number, call: Call<Stores>) {
  const { id, community } = await added(media, call)
  const expiresAt = new Date(call.now.getTime() + FORM_LIVES)
  const key = incomingKey({ community, id })
  const { url, fields } = call.repository.blobs.uploadForm({ key, maxBytes, expiresAt })
  const form: Output<typeof contract.add>['form'] = { url, fields: { ...fields } }
  return { id, form }
}

/** The id is the request's own: the same request again finds what it added, and gets a fresh form for it. */
async function added(
  media: Media,
  { repository, key, person, now }: Call<Stores>,
): Promise<StoredPhoto> {
  const { photos } = repository
  const madeBy = { id: key.id, request: key.request }
  const photo: StoredPhoto = {
    ...newUpload(media, person, now),
    id: key.id,
    community: photos.community,
    madeBy,
  }
  try {
    await photos.add(photo)
    return photo
  } catch (err) {
    const found = err instanceof ConflictError ? await photos.find(photo.id) : undefined
    if (found && isRepetition(found.photo.madeBy, key)) return found.photo
    throw err
  }
}
