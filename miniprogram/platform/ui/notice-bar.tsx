import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import { Mark } from './mark.tsx'
import styles from './notice-bar.module.scss'
import { spoken } from './spoken.ts'
import type { Tone } from './tone.ts'

interface NoticeBarProps {
  readonly tone: Tone
  readonly children: string
  /** What can be done about it, in two to four characters. */
  readonly act?: { readonly word: string; readonly onPress: () => unknown }
}

/** Something that holds for the page as it is now. It is read aloud when it appears. */
export const NoticeBar = ({ tone, children, act }: NoticeBarProps) => (
  <View className={classes(styles, 'bar', tone)} {...spoken('alert')}>
    <View className={classes(styles, 'mark')}>
      <Mark tone={tone} />
    </View>
    <Text className={classes(styles, 'words')}>{children}</Text>
    {act && (
      <View
        {...spoken('button', { label: act.word })}
        className={classes(styles, 'act')}
        onClick={() => void act.onPress()}
      >
        {act.word}
      </View>
    )}
  </View>
)
