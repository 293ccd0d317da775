import Taro from '@tarojs/taro'
import { ApiError, unreachable } from './api-error.ts'
import type { ChosenPhoto } from './chosen-photo.ts'
import { privately } from './private.ts'
import { chooseFiles } from './upload-h5.ts'

/** Where and how to send one file, signed by the server: a multipart form, the file last under `file`. */
export interface UploadForm {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** The longer side a photo keeps: enough to read a meter, a tenth of what a camera makes. */
const LONGEST = 1_920
const QUALITY = 80

/** Up to `most` photos from album or camera, made smaller on the phone; none where the person thought better of it. */
export async function choosePhotos(most: number): Promise<readonly ChosenPhoto[]> {
  if (__TARGET__ === 'h5') return chooseFiles(most, LONGEST, QUALITY)
  const choose = () =>
    Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    }).catch((err: unknown) => {
      if (isCancelled(err)) return { tempFiles: [] }
      throw new ApiError('client.no_photo', '没有打开相册或相机。请在微信设置里允许本小程序使用。')
    })
  const chosen = await privately(choose)
  return Promise.all(chosen.tempFiles.map(({ tempFilePath, size }) => compress(tempFilePath, size)))
}

const isCancelled = (err: unknown): boolean =>
  ((err as { errMsg?: string } | undefined)?.errMsg ?? '').includes('cancel')

/** What cannot be made smaller is sent as it is: the server checks it either way. */
async function compress(path: string, bytes: number): Promise<ChosenPhoto> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    const longer = width >= height ? 'compressedWidth' : 'compressedHeight'
    const limit = Math.max(width, height) > LONGEST ? { [longer]: LONGEST } : {}
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: QUALITY, ...limit })
    return { path: tempFilePath, bytes }
  } catch {
    return { path, bytes }
  }
}

/** @param progress told from 0 to 100 */
export async function sendPhoto(
  form: UploadForm,
  { path }: ChosenPhoto,
  progress: (percent: number) => void = () => undefined,
): Promise<void> {
  const status = await sendForm(form, path, progress)
  if (status < 300) return
  throw new ApiError(
    'client.photo_refused',
    status === 413 ? '这张照片太大，请换一张或截小一些。' : '这张照片没有传上去，请点它再试一次。',
    status,
  )
}

/** Without a sign of progress for so long it will not arrive: a dead connection can look like a slow one for ever. */
const SILENCE_MS = 30_000
/** A slow one may take its time. */
const LONGEST_MS = 5 * 60_000

/** Sends what lies at the path; answers with the HTTP status. */
export async function sendForm(
  { url, fields }: UploadForm,
  path: string,
  progress: (percent: number) => void,
): Promise<number> {
  const task = Taro.uploadFile({
    url: absolute(url),
    filePath: path,
    name: 'file',
    formData: fields,
    timeout: LONGEST_MS,
  })
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      task.abort()
      reject(unreachable())
    }
    let silence = setTimeout(giveUp, SILENCE_MS)
    task.onProgressUpdate(({ progress: percent }) => {
      clearTimeout(silence)
      silence = setTimeout(giveUp, SILENCE_MS)
      progress(percent)
    })
    task.then(
      ({ statusCode }) => {
        clearTimeout(silence)
        resolve(statusCode)
      },
      () => {
        clearTimeout(silence)
        reject(unreachable())
      },
    )
  })
}

/** One machine signs addresses of its own, which begin at its root; a phone needs them whole. */
export const absolute = (url: string): string =>
  url.startsWith('/') ? `${__API_BASE__.replace(/\/api\/v1$/, '')}${url}` : url
