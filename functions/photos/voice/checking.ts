import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { MAX_VOICE_SECONDS } from '#shared/photos/voice-contract.ts'
import { concat, startsWith } from '../bytes.ts'
import { isAacFrame, readAac } from './aac.ts'
import { afterTag } from './frames.ts'
import { readM4a } from './m4a.ts'
import { isMp3Frame, readMp3 } from './mp3.ts'
import type { Heard, VoiceFault, VoiceKind } from './voice.ts'
import { readWav } from './wav.ts'

export interface CheckedVoice {
  readonly kind: VoiceKind
  /** Whole seconds, 1 to 60. */
  readonly seconds: number
  /** Sound alone: no word of where, when, by whom or with what it was recorded. */
  readonly bytes: Uint8Array
}

const READERS: Readonly<Record<VoiceKind, (bytes: Uint8Array) => Heard>> = {
  mp3: readMp3,
  m4a: readM4a,
  aac: readAac,
  wav: readWav,
}

const SHORTEST_MS = 1_000
/** A recorder told to stop after a minute fills its last frames. */
const LONGEST_MS = MAX_VOICE_SECONDS * 1_000 + 1_000

/** Is it a voice note? Decided by its content: its name and what its sender says of it do not count. */
export function checkVoice(bytes: Uint8Array): Decision<CheckedVoice, VoiceFault> {
  if (bytes.length === 0) return refuse('voices.empty')
  const kind = kindOf(bytes)
  if (kind === undefined) {
    return refuse(isOtherSound(bytes) ? 'voices.kind_unsupported' : 'voices.not_a_voice')
  }
  const heard = READERS[kind](bytes)
  if (typeof heard === 'string') return refuse(heard)
  const { milliseconds, kept } = heard
  if (milliseconds < SHORTEST_MS) return refuse('voices.too_short')
  if (milliseconds > LONGEST_MS) return refuse('voices.too_long')
  const seconds = Math.min(MAX_VOICE_SECONDS, Math.round(milliseconds / 1_000))
  return accept({ kind, seconds, bytes: concat(kept) })
}

function kindOf(bytes: Uint8Array): VoiceKind | undefined {
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return 'wav'
  if (startsWith(bytes, 'ftyp', 4)) return 'm4a'
  const from = afterTag(bytes)
  if (isMp3Frame(bytes, from)) return 'mp3'
  return isAacFrame(bytes, from) ? 'aac' : undefined
}

/** Sounds that do exist, but that an iPhone's WeChat or a browser stays silent on: told apart to say so. */
const isOtherSound = (bytes: Uint8Array): boolean =>
  ['OggS', '\x1aE\xdf\xa3', 'fLaC', '#!AMR', '#!SILK', '\x02#!SILK', 'caff', 'FORM'].some((magic) =>
    startsWith(bytes, magic),
  )
