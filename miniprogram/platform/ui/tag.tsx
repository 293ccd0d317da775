import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import { Mark } from './mark.tsx'
import styles from './tag.module.scss'
import type { Tone } from './tone.ts'

interface TagProps {
  readonly tone: Tone
  readonly children: string
}

/** A state in a word, with a shape and a colour beside it. */
export const Tag = ({ tone, children }: TagProps) => (
  <View className={classes(styles, 'tag', tone)}>
    <Mark tone={tone} />
    <Text className={classes(styles, 'word')}>{children}</Text>
  </View>
)
