import Taro from '@tarojs/taro'
import { cell, useCell } from './cell.ts'

const online = cell(true)

/** Whether the phone has a network at all; not whether our server answers. */
export const useOnline = (): boolean => useCell(online)

export const isOnline = (): boolean => online.read()

const comings = cell(0)

/** The app has come to the front. Behind others a phone stops its timers, and may have told nothing of the network. */
export const comeToFront = (): void => comings.write(comings.read() + 1)

/** Each time it returns, and each time the app comes to the front where there is one. @returns ends the watching */
export function whenOnline(returned: () => void): () => void {
  const look = (): void => {
    if (online.read()) returned()
  }
  const ends = [online.watch(look), comings.watch(look)]
  return () => ends.forEach((end) => end())
}

/** Once, when the app starts. */
export function watchNetwork(): void {
  if (__TARGET__ === 'h5') {
    const look = () => online.write(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    look()
    return
  }
  Taro.onNetworkStatusChange(({ isConnected }) => online.write(isConnected))
  void Taro.getNetworkType({ success: ({ networkType }) => online.write(networkType !== 'none') })
}
