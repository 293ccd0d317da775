import type { UploadForm } from '#shared/photos/contract.ts'
import type * as z from '#shared/kernel/zod.ts'
import { FORM_LIVES, newUpload, type Media } from '#shared/photos/rules.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { Call } from '../platform/http/call.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { incomingKey } from './places.ts'
import type { Photos } from './repository.ts'
import type { StoredPhoto } from './stored.ts'

export interface Stores {
  readonly photos: Photos
  readonly blobs: Blobs
}

/** The request that adds it. */
export type Adding = Pick<Call<unknown>, 'key' | 'person' | 'now'>

interface Begun {
  readonly id: string
  readonly form: z.infer<typeof UploadForm>
}

/** Where the phone sends it, for half an hour. */
export async function begun(
  media: Media,
  maxBytes: number,
  { photos, blobs }: Stores,
  adding: Adding,
  sealed?: boolean,
): Promise<Begun> {
  const { id, community } = await added(media, photos, adding, sealed)
  const expiresAt = new Date(adding.now.getTime() + FORM_LIVES)
  const key = incomingKey({ community, id })
  const { url, fields } = blobs.uploadForm({ key, maxBytes, expiresAt })
  return { id, form: { url, fields: { ...fields } } }
}

/** The id is the request's own: the same request again finds what it added, and gets a fresh form for it. */
async function added(
  media: Media,
  photos: Photos,
  { key, person, now }: Adding,
  sealed?: boolean,
): Promise<StoredPhoto> {
  const photo: StoredPhoto = {
    ...newUpload(media, person, now, sealed),
    id: key.id,
    community: photos.community,
    madeBy: { id: key.id, request: key.request },
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
