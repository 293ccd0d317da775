import { View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './tick-box.module.scss'

/** Drawn, as not every phone's font has a tick. The line it stands in says whether it is ticked. */
export const TickBox = ({ ticked }: { readonly ticked: boolean }) => (
  <View className={classes(styles, 'box', ticked && 'ticked')}>
    {ticked && <View className={classes(styles, 'tick')} />}
  </View>
)
