import { useEffect, useRef, useState } from 'react'
import type { VoiceReason } from '#shared/photos/voice-contract.ts'
import { voiceRefusals } from '#shared/photos/voice-refusals.ts'
import { ApiError, asApiError } from '#miniprogram/platform/api-error.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { dropFile, findFile, keepFile } from '#miniprogram/platform/kept-files.ts'
import { isOnline, whenOnline } from '#miniprogram/platform/online.ts'
import { sendForm } from '#miniprogram/platform/upload.ts'
import { voicesApi } from './api.ts'
import type { Recorded } from './recording.ts'
import type { SpokenVoice } from './spoken-voice.ts'

/** How far it is: `percent` while it goes, `wrong` where it stopped, and whether it goes by itself later. */
export interface OnTheWay {
  readonly percent?: number
  readonly wrong?: string
  readonly waits?: boolean
}

const NO_NETWORK = '没有网络，恢复后自动再传。录音存在手机上。'

/** A voice note is sent as soon as it was spoken, and lies on the phone until then: said once, it is not lost. */
export function useVoice(
  community: string,
  voice: SpokenVoice | undefined,
  onChange: (voice: SpokenVoice | undefined) => void,
) {
  const [way, setWay] = useState<OnTheWay>({})
  const flying = useRef<string>(undefined)

  const send = async (spoken: SpokenVoice): Promise<void> => {
    if (flying.current === spoken.key) return
    flying.current = spoken.key
    setWay({ percent: 0 })
    try {
      const id = await uploaded(community, spoken, (percent) => setWay({ percent }))
      if (flying.current === spoken.key) onChange({ ...spoken, id })
      setWay({})
    } catch (err) {
      const { status, detail } = asApiError(err)
      setWay({ waits: status === 0, wrong: isOnline() ? detail : NO_NETWORK })
    } finally {
      if (flying.current === spoken.key) flying.current = undefined
    }
  }
  const resume = useRef<() => void>(undefined)
  useEffect(() => {
    resume.current = () => {
      if (voice && voice.id === undefined && way.wrong === undefined) void send(voice)
      else if (voice && way.waits === true) void send(voice)
    }
  })
  // Also what was left behind when the page was closed.
  useEffect(() => resume.current?.(), [voice?.key])
  useEffect(() => whenOnline(() => resume.current?.()), [])
  return {
    way,
    again: () => (voice ? send(voice) : Promise.resolve()),
    keep: async ({ path, seconds }: Recorded): Promise<void> => {
      setWay({})
      onChange({ key: newKey(), path: await keepFile(path), seconds })
    },
    remove(): void {
      flying.current = undefined
      setWay({})
      if (voice) dropFile(voice.path)
      onChange(undefined)
    },
  }
}

async function uploaded(
  community: string,
  { key, path }: SpokenVoice,
  progress: (percent: number) => void,
): Promise<string> {
  const file = await findFile(path)
  if (file === undefined) {
    throw new ApiError('client.voice_gone', '这段录音在手机上找不到了，请删掉，重新录一段。', 410)
  }
  const { voice, form } = await voicesApi.add({ community }, { key })
  const status = await sendForm(form, file, progress)
  if (status >= 300) {
    throw new ApiError('client.voice_refused', '这段语音没有传上去，请再传一次。', status)
  }
  const { reason } = await voicesApi.get({ community, voice })
  if (reason !== undefined) throw refusedFor(reason)
  return voice
}

const refusedFor = (reason: VoiceReason): ApiError => {
  const { status, detail } = voiceRefusals[reason]
  return new ApiError(reason, detail, status)
}
