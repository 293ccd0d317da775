import { useEffect, type PropsWithChildren } from 'react'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { readElder, useElder } from './platform/elder.ts'
import { listenToKeys } from './platform/keyboard.ts'
import { tellOfLostPages } from './platform/lost-page.ts'
import { comeToFront, watchNetwork } from './platform/online.ts'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  const elder = useElder()
  useLaunch(() => {
    watchNetwork()
    if (__TARGET__ === 'h5') {
      listenToKeys()
      tellOfLostPages()
    }
  })
  useDidShow(() => {
    readElder()
    comeToFront()
  })
  useEffect(() => {
    // What is drawn outside the page on H5: tab bar and popups.
    if (__TARGET__ === 'h5') document.body.classList.toggle('elder', elder)
  }, [elder])
  return children
}
