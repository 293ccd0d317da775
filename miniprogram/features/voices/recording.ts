import { ApiError } from '#miniprogram/platform/api-error.ts'
import { cell } from '#miniprogram/platform/cell.ts'

export const LONGEST_SECONDS = 60

/** Somebody is speaking: what they are about to say is not to be left out. */
export const listening = cell(false)

/** A recording on this phone. */
export interface Recorded {
  readonly path: string
  readonly seconds: number
}

export interface Recording {
  /** Settles once it was stopped, by the person, by the clock or by a call. */
  readonly done: Promise<Recorded>
  readonly stop: () => void
}

export const NO_MICROPHONE = 'client.no_microphone'

export const noMicrophone = (how: string): ApiError =>
  new ApiError(NO_MICROPHONE, `没有打开麦克风，所以没有录音。${how}`)

/** @throws ApiError `client.voice_too_short`: whoever taps twice did not speak */
export function longEnough(path: string, milliseconds: number): Recorded {
  if (milliseconds < 1_000) {
    throw new ApiError('client.voice_too_short', '录音不到 1 秒，听不清。请再按一次，说完再停。')
  }
  return { path, seconds: Math.min(LONGEST_SECONDS, Math.round(milliseconds / 1_000)) }
}
