import { PhotoReason, PhotoState } from '#shared/photos/contract.ts'
import { VoiceReason } from '#shared/photos/voice-contract.ts'
import { dueAt } from '#shared/photos/rules.ts'
import * as z from '#shared/kernel/zod.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { KINDS } from './photo.ts'
import { VOICE_KINDS } from './voice/voice.ts'

// PHOTO#<community>#<photo> | STATE    one per photo or voice note: they live the same life
//   wake                               its bytes to be looked for, WeChat to be asked, what it refused to be forgotten,
//                                      or nobody uses it
// TRACE#<trace> | PHOTO                which photo a question to WeChat was about, or what WeChat said before we knew
const FORMAT = 1

export const StoredPhoto = z.object({
  id: z.string(),
  community: z.string(),
  person: z.string(),
  media: z.enum(['photo', 'voice']).optional(),
  state: PhotoState,
  reason: z.enum([...PhotoReason.options, ...VoiceReason.options]).optional(),
  addedAt: z.string(),
  use: z.string().optional(),
  asked: z.int(),
  nextAt: z.string().optional(),
  bytesUntil: z.string().optional(),
  sealed: z.boolean().optional(),
  lapsed: z.boolean().optional(),
  /** The stripped picture or sound: named by its content, so that what was checked is what is seen. */
  blob: z.string().optional(),
  kind: z.enum([...KINDS, ...VOICE_KINDS]).optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  /** Of a voice note. */
  seconds: z.int().optional(),
  /** WeChat's label of its last verdict. */
  label: z.int().optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
})
export type StoredPhoto = z.infer<typeof StoredPhoto>

export interface FoundPhoto {
  readonly photo: StoredPhoto
  readonly version: number
}

export const photoKey = (community: string, id: string): Key => ({
  pk: `PHOTO#${community}#${id}`,
  sk: 'STATE',
})

export const foundIn = (item: Item): FoundPhoto => ({
  photo: StoredPhoto.parse(item.data),
  version: item.version,
})

export function photoItem(photo: StoredPhoto, version: number): Item {
  const key = photoKey(photo.community, photo.id)
  const due = dueAt(photo)
  return {
    version,
    v: FORMAT,
    data: photo,
    wake: due === undefined ? undefined : wakeAt(key, new Date(due)),
    ...key,
  }
}
