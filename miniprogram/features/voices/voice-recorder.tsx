import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useKeptFile } from '#miniprogram/platform/kept-files.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { stopPlaying } from './playing.ts'
import { canOpenSettings, canRecord, openSettings, record } from './recorder.ts'
import {
  listening,
  LONGEST_SECONDS,
  NO_MICROPHONE,
  type Recorded,
  type Recording,
} from './recording.ts'
import type { SpokenVoice } from './spoken-voice.ts'
import { useVoice, type OnTheWay } from './use-voice.ts'
import { Listen } from './voice-player.tsx'
import styles from './voices.module.scss'

interface VoiceRecorderProps {
  readonly community: string
  readonly voice: SpokenVoice | undefined
  readonly onChange: (voice: SpokenVoice | undefined) => void
}

/** One press begins, one ends: nobody has to hold a button while they think of words. */
export function VoiceRecorder({ community, voice, onChange }: VoiceRecorderProps) {
  const { way, again, keep, remove } = useVoice(community, voice, onChange)
  if (voice) return <Spoken voice={voice} way={way} onAgain={again} onRemove={remove} />
  return canRecord() ? <Microphone onRecorded={keep} /> : null
}

function Microphone({ onRecorded }: { readonly onRecorded: (made: Recorded) => Promise<void> }) {
  const [recording, setRecording] = useState<Recording>()
  const last = useRef<Recording>(undefined)
  const speaking = useAct(async () => {
    stopPlaying()
    const begun = await record()
    last.current = begun
    listening.write(true)
    setRecording(begun)
    try {
      await onRecorded(await begun.done)
    } finally {
      listening.write(false)
      setRecording(undefined)
    }
  })
  // Nobody listens on when the page is left.
  useEffect(() => () => last.current?.stop(), [])
  if (recording) return <Speaking onStop={recording.stop} />
  const { trouble } = speaking
  return (
    <>
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      {trouble?.code === NO_MICROPHONE && canOpenSettings() && (
        <Button kind="plain" id="open-settings" onPress={openSettings}>
          去设置
        </Button>
      )}
      <Button
        kind="plain"
        id="record-voice"
        busy={speaking.busy}
        busyWord="正在打开麦克风…"
        onPress={() => void speaking.run()}
      >
        {`按一下，说语音（最长 ${LONGEST_SECONDS} 秒）`}
      </Button>
    </>
  )
}

function Speaking({ onStop }: { readonly onStop: () => void }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const each = setInterval(() => setSeconds((past) => past + 1), 1_000)
    return () => clearInterval(each)
  }, [])
  const left = LONGEST_SECONDS - seconds
  return (
    <View className={classes(styles, 'speaking')}>
      <Text className={classes(styles, 'seconds')}>{`正在录，${seconds} 秒`}</Text>
      <Text>{left <= 10 ? `还能说 ${Math.max(0, left)} 秒` : '请对着手机说话'}</Text>
      <Button id="stop-voice" onPress={onStop}>
        说完了
      </Button>
    </View>
  )
}

interface SpokenProps {
  readonly voice: SpokenVoice
  readonly way: OnTheWay
  readonly onAgain: () => Promise<void>
  readonly onRemove: () => void
}

function Spoken({ voice, way, onAgain, onRemove }: SpokenProps) {
  const url = useKeptFile(voice.path)
  return (
    <View className={classes(styles, 'spoken')}>
      <Text className={classes(styles, 'seconds')}>{`语音 ${voice.seconds} 秒`}</Text>
      <Text className={classes(styles, way.wrong === undefined ? 'note' : 'wrong')}>
        {statusOf(voice, way)}
      </Text>
      {typeof url === 'string' && <Listen url={url} seconds={voice.seconds} id="hear-voice" />}
      {way.wrong !== undefined && (
        <Button kind="quiet" id="send-voice-again" onPress={onAgain}>
          再传一次
        </Button>
      )}
      <Button kind="quiet" id="remove-voice" onPress={onRemove}>
        删掉这段语音
      </Button>
    </View>
  )
}

const statusOf = ({ id }: SpokenVoice, { percent = 0, wrong }: OnTheWay): string =>
  wrong ?? (id === undefined ? `正在传 ${percent}%` : '已传上，还没有发出')
