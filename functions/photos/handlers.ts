import { MAX_PHOTO_BYTES, type photos as contract } from '#shared/photos/contract.ts'
import { isOf, type Media } from '#shared/photos/rules.ts'
import { MAX_VOICE_BYTES, type voices as voiceContract } from '#shared/photos/voice-contract.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { begun, type Stores } from './begin.ts'
import { photosIn, type Photos } from './repository.ts'
import { photoFor, voiceFor } from './sight.ts'
import type { StoredPhoto } from './stored.ts'

const open: Feature<typeof contract, Stores>['open'] = ({ table, blobs }, scope) => {
  if (!scope) throw new Error('a photo belongs to a community')
  return { photos: photosIn(table, scope.community), blobs }
}

export const photoFeature: Feature<typeof contract, Stores> = {
  open,
  handlers: {
    async add(_, call) {
      const { id, form } = await begun('photo', MAX_PHOTO_BYTES, call.repository, call)
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
      const { id, form } = await begun('voice', MAX_VOICE_BYTES, call.repository, call)
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
