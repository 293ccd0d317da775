import { contract, Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

export const MAX_PHOTO_BYTES = 10_000_000
/** For one complaint, or one answer to it. */
export const MAX_PHOTOS = 9

/** `awaiting` its bytes, being checked, seen by others, or by nobody. */
export const PhotoState = z.enum(['awaiting', 'checking', 'passed', 'refused'])
export type PhotoState = z.infer<typeof PhotoState>

/** Why nobody will see it; its sentence is in `refusals.ts`. */
export const PhotoReason = z.enum([
  'photos.empty',
  'photos.not_a_photo',
  'photos.kind_unsupported',
  'photos.damaged',
  'photos.disguised',
  'photos.too_many_pixels',
  'photos.content_refused',
  'photos.not_arrived',
])
export type PhotoReason = z.infer<typeof PhotoReason>

/** A photo as the person asking may see it: `url` only where they may, `reason` only for who added it. */
export const Photo = z.object({
  photo: Id,
  state: PhotoState,
  reason: PhotoReason.optional(),
  url: z.string().optional(),
})
export type Photo = z.infer<typeof Photo>

/** Where the phone sends the file: the fields of a multipart form, then the file as `file`. */
export const UploadForm = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) })

const community = { community: Id }

export const photos = contract({
  add: {
    method: 'POST',
    path: '/communities/:community/photos',
    summary: 'A form to upload one photo with',
    access: 'photo:add',
    helpers: true,
    formerly: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject(community),
    output: z.object({ photo: Id, form: UploadForm, maxBytes: z.int() }),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/photos/:photo',
    summary: 'How far the check of a photo is; its address where the person may see it',
    access: 'photo:add',
    helpers: true,
    formerly: true,
    input: z.strictObject({ ...community, photo: Id }),
    output: Photo,
  },
})
