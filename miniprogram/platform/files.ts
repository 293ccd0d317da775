import Taro from '@tarojs/taro'
import { ApiError } from './api-error.ts'
import type { ChosenFile } from './chosen-file.ts'
import { pickFile, saveFile } from './files-h5.ts'
import { privately } from './private.ts'
import { absolute, sendForm, type UploadForm } from './upload.ts'

/** A table out of a chat in WeChat, or out of the browser's own chooser; none where the person thought better of it. */
export async function chooseTable(): Promise<ChosenFile | undefined> {
  if (__TARGET__ === 'h5') return pickFile('.xlsx,.xls,.csv,.txt')
  const choose = () =>
    Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      // The old kinds too: who chooses one is told how to save it anew, rather than not finding it.
      extension: ['xlsx', 'xls', 'xlsm', 'csv', 'txt'],
    }).catch((err: unknown) => {
      if (isCancelled(err)) return { tempFiles: [] }
      throw new ApiError('client.no_file', '没有打开聊天文件。请在微信设置里允许本小程序使用。')
    })
  const { tempFiles } = await privately(choose)
  const [file] = tempFiles
  return file && { path: file.path, name: file.name, bytes: file.size }
}

const isCancelled = (err: unknown): boolean =>
  ((err as { errMsg?: string } | undefined)?.errMsg ?? '').includes('cancel')

/** @param progress told from 0 to 100 */
export async function sendFile(
  form: UploadForm,
  { path }: ChosenFile,
  progress: (percent: number) => void,
): Promise<void> {
  const status = await sendForm(form, path, progress)
  if (status < 300) return
  throw new ApiError(
    'client.file_refused',
    status === 413
      ? '文件太大，没有传上去。请删去图片和无关的工作表后再试。'
      : '文件没有传上去，请再试一次。',
    status,
  )
}

/** What was made for the person: a browser saves it, WeChat keeps it until it is opened or sent on. */
export async function fetchFile(url: string, name: string): Promise<string> {
  if (__TARGET__ === 'h5') {
    saveFile(absolute(url), name)
    return url
  }
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: absolute(url) }).catch(() => {
    throw new ApiError('network.unreachable', '没有连上网络，文件没有下载下来。请再试一次。')
  })
  if (statusCode === 200) return tempFilePath
  throw new ApiError('client.no_download', '文件没有下载下来，请重新导出一次。', statusCode)
}
