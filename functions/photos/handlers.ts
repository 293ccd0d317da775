import { MAX_PHOTO_BYTES, type photos as contract } from '#shared/photos/contract.ts'
import { FORM_LIVES, newPhoto } from '#shared/photos/rules.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { incomingKey } from './places.ts'
import { photosIn, type Photos } from './repository.ts'
import { photoFor } from './sight.ts'
import type { StoredPhoto } from './stored.ts'

interface Stores {
  readonly photos: Photos
  readonly blobs: Blobs
}

export const photoFeature: Feature<typeof contract, Stores> = {
  open({ table, blobs }, scope) {
    if (!scope) throw new Error('a photo belongs to a community')
    return { photos: photosIn(table, scope.community), blobs }
  },
  handlers: {
    async add(_, call) {
      const { id, community } = await added(call)
      const expiresAt = new Date(call.now.getTime() + FORM_LIVES)
      const key = incomingKey({ community, id })
      const form = call.repository.blobs.uploadForm({ key, maxBytes: MAX_PHOTO_BYTES, expiresAt })
      return { photo: id, form: { ...form, fields: { ...form.fields } }, maxBytes: MAX_PHOTO_BYTES }
    },

    async get({ photo: id }, { repository: { photos, blobs }, person, now }) {
      const found = await photos.find(id)
      if (!found || found.photo.lapsed === true) throw new RefusedError('photos.not_found')
      return photoFor(found.photo, person, blobs, now)
    },
  },
}

/** The id is the request's own: the same request again finds the photo it added, and gets a fresh form for it. */
async function added({ repository, key, person, now }: Call<Stores>): Promise<StoredPhoto> {
  const { photos } = repository
  const madeBy = { id: key.id, request: key.request }
  const photo: StoredPhoto = {
    ...newPhoto(person, now),
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
