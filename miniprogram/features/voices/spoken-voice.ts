import * as z from '#shared/kernel/zod.ts'
import { useCell } from '#miniprogram/platform/cell.ts'
import { dropFile } from '#miniprogram/platform/kept-files.ts'
import { listening } from './recording.ts'

/** A voice note of a form: kept on the phone until the server took the form. `id` once it is there. */
export const SpokenVoice = z.object({
  /** Goes with it: sent again after a lost answer it is still the same note. */
  key: z.string(),
  path: z.string(),
  seconds: z.int(),
  id: z.string().optional(),
})
export type SpokenVoice = z.infer<typeof SpokenVoice>

/** Why the form cannot go yet; nothing where it can. */
export function useVoiceHold(voice: SpokenVoice | undefined): string | undefined {
  const isSpeaking = useCell(listening)
  if (isSpeaking) return '正在录音，说完再发'
  return voice && voice.id === undefined ? '语音还没有传上，传好就能发' : undefined
}

/** The form was taken: the phone need not keep the recording. */
export async function thenForget<T>(
  voice: SpokenVoice | undefined,
  sending: Promise<T>,
): Promise<T> {
  const done = await sending
  if (voice) dropFile(voice.path)
  return done
}
