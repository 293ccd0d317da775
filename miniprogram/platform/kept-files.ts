import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { dropBlob, keepBlob, openBlob } from './kept-files-h5.ts'

/**
 * Puts a chosen photo where it lies until it was sent, also when the app is closed meanwhile.
 * @returns where; the given path where the phone has no room for it
 */
export function keepFile(path: string): Promise<string> {
  if (__TARGET__ === 'h5') return keepBlob(path)
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    })
  })
}

/** A path to show and send it by; nothing where it is no longer on this phone. */
export function findFile(path: string): Promise<string | undefined> {
  if (__TARGET__ === 'h5') return openBlob(path)
  return new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path,
      success: () => resolve(path),
      fail: () => resolve(undefined),
    })
  })
}

/** It was sent, or given up. */
export function dropFile(path: string): void {
  if (__TARGET__ === 'h5') return void dropBlob(path)
  // One that WeChat keeps for a while only is none of ours to remove.
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined })
}

/** To show it: `undefined` until it was looked for, `null` where it is gone. */
export function useKeptFile(path: string): string | null | undefined {
  const [found, setFound] = useState<{ readonly path: string; readonly at: string | null }>()
  useEffect(() => {
    let isWanted = true
    void findFile(path).then((at = '') => {
      if (isWanted) setFound({ path, at: at === '' ? null : at })
    })
    return () => {
      isWanted = false
    }
  }, [path])
  return found?.path === path ? found.at : undefined
}
