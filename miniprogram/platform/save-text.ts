import Taro from '@tarojs/taro'
import { saveFile } from './files-h5.ts'
import { ApiError } from './api-error.ts'

/** Hands a text to the person as a file: a browser saves it, WeChat offers to send it to a chat of their own. */
export async function saveText(name: string, text: string): Promise<void> {
  if (__TARGET__ === 'h5') {
    const type = name.endsWith('.html') ? 'text/html' : 'application/json'
    saveFile(URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), name)
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  await written(filePath, text)
  await Taro.shareFileMessage({ filePath, fileName: name }).catch(() => undefined)
}

const written = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data, encoding: 'utf8' },
      success: () => resolve(),
      fail: () =>
        reject(new ApiError('client.no_room', '手机上没有地方存这个文件，请清理后再试。')),
    })
  })
