import { contract, Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { PhotoState, UploadForm } from './contract.ts'

/** A minute of sound as a browser sends it, uncompressed, takes 1.92 MB; WeChat's recorder sends a fifth of that. */
export const MAX_VOICE_BYTES = 3_000_000
/** Whole seconds that a voice note may last. */
export const MAX_VOICE_SECONDS = 60

/** Why nobody will hear it; its sentence is in `voice-refusals.ts`. */
export const VoiceReason = z.enum([
  'voices.empty',
  'voices.not_a_voice',
  'voices.kind_unsupported',
  'voices.damaged',
  'voices.too_short',
  'voices.too_long',
  'voices.content_refused',
  'voices.not_arrived',
])
export type VoiceReason = z.infer<typeof VoiceReason>

/** A voice note as the person asking may hear it: `url` only where they may, `reason` only for who spoke it. */
export const Voice = z.object({
  voice: Id,
  state: PhotoState,
  reason: VoiceReason.optional(),
  url: z.string().optional(),
  /** Whole seconds; absent until it was looked at. */
  seconds: z.int().min(1).max(MAX_VOICE_SECONDS).optional(),
})
export type Voice = z.infer<typeof Voice>

const community = { community: Id }

export const voices = contract({
  add: {
    method: 'POST',
    path: '/communities/:community/voices',
    summary: 'A form to upload one voice note of 1 to 60 seconds with: MP3, M4A, AAC or WAV',
    access: 'photo:add',
    helpers: true,
    formerly: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject(community),
    output: z.object({ voice: Id, form: UploadForm, maxBytes: z.int() }),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/voices/:voice',
    summary:
      'How far the check of a voice note is; its address and length where the person may hear it',
    access: 'photo:add',
    helpers: true,
    formerly: true,
    input: z.strictObject({ ...community, voice: Id }),
    output: Voice,
  },
})
