import { Text, View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './register.module.scss'

interface ProgressBarProps {
  /** What is under way: `正在上传`. */
  readonly what: string
  /** 0 to 100; absent where nobody knows how long it takes. */
  readonly percent?: number | undefined
}

/** How far something is that takes longer than a moment. */
export const ProgressBar = ({ what, percent }: ProgressBarProps) => {
  const words = percent === undefined ? `${what}…` : `${what}，已完成 ${percent}%`
  return (
    <View className={classes(styles, 'progress')} {...spoken('status', { label: words })}>
      <Text>{words}</Text>
      {percent !== undefined && (
        <View className={classes(styles, 'track')}>
          <View className={classes(styles, 'done')} style={{ width: `${percent}%` }} />
        </View>
      )}
    </View>
  )
}
