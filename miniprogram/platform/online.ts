import Taro from '@tarojs/taro'
import { cell, useCell } from './cell.ts'

const online = cell(true)

/** Whether the phone has a network at all; not whether our server answers. */
export const useOnline = (): boolean => useCell(online)

export const isOnline = (): boolean => online.read()

/** Each time it returns. @returns ends the watching */
export const whenOnline = (returned: () => void): (() => void) =>
  online.watch(() => {
    if (online.read()) returned()
  })

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
