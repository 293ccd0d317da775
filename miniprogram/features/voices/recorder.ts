import Taro from '@tarojs/taro'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { privately } from '#miniprogram/platform/private.ts'
import { canRecordHere, recordHere } from './recorder-h5.ts'
import { longEnough, LONGEST_SECONDS, noMicrophone, type Recording } from './recording.ts'

// Since WeChat 1.6; what is older, and what is no phone, has none.
const hasRecorder = (): boolean =>
  (Taro as Partial<Pick<typeof Taro, 'getRecorderManager'>>).getRecorderManager !== undefined

/** Where not, there is no button to record by. */
export const canRecord = (): boolean => (__TARGET__ === 'h5' ? canRecordHere() : hasRecorder())

/**
 * The microphone listens from now on, for a minute at most.
 * @throws ApiError `client.privacy_refused`, or `client.no_microphone` where the person or the phone does not allow it
 */
export async function record(): Promise<Recording> {
  if (__TARGET__ === 'h5') return recordHere()
  await privately(() =>
    Taro.authorize({ scope: 'scope.record' }).catch(() => {
      throw noMicrophone('请按“去设置”，打开“麦克风”，再回来按一次。')
    }),
  )
  return recordInWeixin()
}

/** MP3 of one channel: every phone plays it, and a minute of it is 360 kB. */
const FORMAT = {
  duration: LONGEST_SECONDS * 1_000,
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 48_000,
  format: 'mp3',
} as const

/** WeChat has one recorder for the whole app: what it tells is of the recording that began last. */
function recordInWeixin(): Promise<Recording> {
  const recorder = Taro.getRecorderManager()
  return new Promise((begun, failed) => {
    const done = new Promise<{ path: string; milliseconds: number }>((resolve, reject) => {
      recorder.onStop(({ tempFilePath, duration }) => {
        resolve({ path: tempFilePath, milliseconds: duration })
      })
      recorder.onError(({ errMsg }) => {
        const why = troubleOf(errMsg)
        reject(why)
        failed(why)
      })
    })
    const long = done.then(({ path, milliseconds }) => longEnough(path, milliseconds))
    // Whoever asked hears of it by the other promise.
    long.catch(() => undefined)
    // A call ends it: what was said until then is kept.
    recorder.onInterruptionBegin(() => recorder.stop())
    recorder.onStart(() => begun({ done: long, stop: () => recorder.stop() }))
    recorder.start(FORMAT)
  })
}

const troubleOf = (errMsg: string): ApiError =>
  /auth|permission/i.test(errMsg)
    ? noMicrophone('请在手机的系统设置里允许微信使用“麦克风”，再按一次。')
    : new ApiError('client.no_recording', '没有录上，请再按一次。正在打电话时不能录音。')

/** WeChat’s own page of what the mini-program may use; a browser has its own way. */
export const canOpenSettings = (): boolean => __TARGET__ === 'weapp'

export const openSettings = (): Promise<unknown> => Taro.openSetting()
