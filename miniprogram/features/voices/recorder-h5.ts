import { longEnough, LONGEST_SECONDS, noMicrophone, type Recording } from './recording.ts'
import { mixed, wavOf } from './wav.ts'

/** Speech needs no more; a minute of it is 1.92 MB. */
const RATE = 16_000

export const canRecordHere = (): boolean =>
  typeof MediaRecorder !== 'undefined' &&
  typeof OfflineAudioContext !== 'undefined' &&
  // Absent where the page did not come over HTTPS.
  (navigator as Partial<Navigator>).mediaDevices?.getUserMedia !== undefined

/** Browsers record in formats that WeChat on an iPhone does not play: what they recorded is written anew as WAV. */
export async function recordHere(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw noMicrophone('请在浏览器的网站设置里允许“麦克风”，再按一次。')
  })
  const recorder = new MediaRecorder(stream)
  const pieces: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const end = setTimeout(stop, LONGEST_SECONDS * 1_000)
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve())
  })
  const done = stopped.then(() => {
    clearTimeout(end)
    // Or the browser goes on showing that somebody listens.
    stream.getTracks().forEach((track) => track.stop())
    return asWav(new Blob(pieces))
  })
  recorder.start()
  return { done, stop }
}

async function asWav(recorded: Blob) {
  const heard = await new OfflineAudioContext(1, 1, RATE)
    .decodeAudioData(await recorded.arrayBuffer())
    .catch(() => undefined)
  if (!heard) return longEnough('', 0)
  const channels = Array.from({ length: heard.numberOfChannels }, (_, i) => heard.getChannelData(i))
  const samples = mixed(channels).slice(0, LONGEST_SECONDS * RATE)
  const file = new Blob([wavOf(samples, RATE)], { type: 'audio/wav' })
  return longEnough(URL.createObjectURL(file), (samples.length * 1_000) / RATE)
}
