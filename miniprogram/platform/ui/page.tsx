import { useEffect, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useElder } from '../elder.ts'
import { useOnline } from '../online.ts'
import { classes } from './classes.ts'
import { NoticeBar } from './notice-bar.tsx'
import styles from './page.module.scss'
import { PresenceSheet } from './presence-sheet.tsx'
import { spoken } from './spoken.ts'

interface PageProps {
  readonly title: string
  readonly children: ReactNode
  /** A tab page: there is nothing to go back to. */
  readonly tab?: boolean
}

const HOME = '/pages/home/index'

const goBack = (): void => {
  const isDeep = Taro.getCurrentPages().length > 1
  void (isDeep ? Taro.navigateBack() : Taro.switchTab({ url: HOME }))
}

/** Every page's frame: its title, what holds for the whole app, its content. Its one act is an `Action` at the content's end. */
export function Page({ title, children, tab = false }: PageProps) {
  const elder = useElder()
  const online = useOnline()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])

  return (
    <View className={`${classes(styles, 'page')}${elder ? ' elder' : ''}`}>
      {__TARGET__ === 'h5' && (
        <View className={classes(styles, 'top')}>
          {!tab && (
            <View
              className={classes(styles, 'back')}
              {...spoken('button', { label: '返回' })}
              onClick={goBack}
            >
              <View className={classes(styles, 'chevron')} />
            </View>
          )}
          <Text className={classes(styles, 'title')} {...spoken('heading')}>
            {title}
          </Text>
        </View>
      )}
      <View className={classes(styles, 'content')}>
        {!online && (
          <NoticeBar tone="amber">
            现在没有网络。看过的内容还能看，填写的内容会存在手机上，联网后再提交。
          </NoticeBar>
        )}
        {children}
      </View>
      <PresenceSheet />
    </View>
  )
}
