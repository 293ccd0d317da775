/** What WeChat plays on every phone and every browser plays too: whoever may hear a note can hear it. */
export const VOICE_KINDS = ['mp3', 'm4a', 'aac', 'wav'] as const
export type VoiceKind = (typeof VOICE_KINDS)[number]

/** Why bytes are no voice note we take. Each has its sentence in `shared/photos/voice-refusals.ts`. */
export type VoiceFault =
  | 'voices.empty'
  | 'voices.not_a_voice'
  | 'voices.kind_unsupported'
  | 'voices.damaged'
  | 'voices.too_short'
  | 'voices.too_long'

/** What a reader found: how long it sounds, and the bytes to be kept, in order: sound alone. */
export interface Sound {
  readonly milliseconds: number
  readonly kept: readonly Uint8Array[]
}

export type Heard = Sound | VoiceFault

export const VOICE_TYPES: Readonly<Record<VoiceKind, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
}
