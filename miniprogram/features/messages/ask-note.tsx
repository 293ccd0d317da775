import { Text, View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './ask-note.module.scss'
import type { AskToTell } from './use-ask-to-tell.ts'

/** Beside a button whose tap asks: what WeChat will ask, and what a yes means. */
export const AskNote = ({ note }: Pick<AskToTell, 'note'>) =>
  note === undefined ? null : (
    <View className={classes(styles, 'note')}>
      <Text>{note}</Text>
    </View>
  )
