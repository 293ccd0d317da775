import { View } from '@tarojs/components'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'
import styles from './state-view.module.scss'

/** The shape of a list that is on its way: as many cards as probably come. */
export const Skeleton = ({ cards = 3 }: { readonly cards?: number }) => (
  <View {...spoken('status', { label: '正在加载' })}>
    {Array.from({ length: cards }, (_, i) => (
      <View key={i} className={classes(styles, 'bones')}>
        <View className={classes(styles, 'bone', 'short')} />
        <View className={classes(styles, 'bone')} />
        <View className={classes(styles, 'bone', 'half')} />
      </View>
    ))}
  </View>
)
