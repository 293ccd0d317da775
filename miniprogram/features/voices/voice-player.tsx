import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { VoiceView } from '#shared/complaints/contract.ts'
import { useCell } from '#miniprogram/platform/cell.ts'
import { absolute } from '#miniprogram/platform/upload.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { play, playing, stopPlaying } from './playing.ts'
import styles from './voices.module.scss'

/** A voice note where it stands: how long it is, and a button to hear it by, once the person may. */
export function VoicePlayer({ voice }: { readonly voice: VoiceView }) {
  const { state, url, seconds } = voice
  if (url !== undefined) {
    return (
      <View className={classes(styles, 'player')}>
        <Listen url={absolute(url)} seconds={seconds ?? 0} id={`voice-${voice.voice}`} />
        {state === 'checking' && (
          <View className={classes(styles, 'note')}>正在检查，通过以后别人才能听</View>
        )}
      </View>
    )
  }
  const length = seconds === undefined ? '' : ` ${seconds} 秒`
  return (
    <View className={classes(styles, 'waiting')}>
      {state === 'refused'
        ? `语音${length}，没有通过检查`
        : `语音${length}，正在检查，通过以后才能听`}
    </View>
  )
}

interface ListenProps {
  readonly url: string
  readonly seconds: number
  readonly id: string
}

const FAILED = '没有放出来。请看看网络和手机音量，再按一次。'

export function Listen({ url, seconds, id }: ListenProps) {
  const isPlaying = useCell(playing) === url
  const [hasFailed, setHasFailed] = useState(false)
  // Whoever leaves the page does not go on hearing it.
  useEffect(
    () => () => {
      if (playing.read() === url) stopPlaying()
    },
    [url],
  )
  const press = (): void => {
    setHasFailed(false)
    if (isPlaying) stopPlaying()
    else play(url, () => setHasFailed(true))
  }
  return (
    <>
      <Button kind="plain" id={id} onPress={press}>
        {isPlaying ? `正在放（${seconds} 秒），按一下停` : `听语音 ${seconds} 秒`}
      </Button>
      {hasFailed && <NoticeBar tone="red">{FAILED}</NoticeBar>}
    </>
  )
}
