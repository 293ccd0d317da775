import Taro from '@tarojs/taro'
import { cell } from '#miniprogram/platform/cell.ts'

/** What sounds now: two voices at once are none. */
export const playing = cell<string | undefined>(undefined)

let hush: () => void = () => undefined

/** Plays it from its beginning, and ends what sounded before. @param failed told where it cannot be played */
export function play(url: string, failed: () => void): void {
  stopPlaying()
  // A phone that is set to silence still speaks when it is asked to.
  if (__TARGET__ === 'weapp') void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
  const sound = Taro.createInnerAudioContext()
  const end = (): void => {
    if (playing.read() === url) playing.write(undefined)
    sound.destroy()
  }
  hush = () => {
    sound.stop()
    end()
  }
  sound.onEnded(end)
  sound.onError(() => {
    end()
    failed()
  })
  playing.write(url)
  sound.src = url
  sound.play()
}

export function stopPlaying(): void {
  if (playing.read() !== undefined) hush()
}
