import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './row.module.scss'
import { spoken } from './spoken.ts'

interface RowProps {
  readonly title: ReactNode
  readonly note?: string | undefined
  /** At the end of the line; beneath it in elder mode. */
  readonly value?: string | undefined
  readonly tag?: ReactNode
  /** Leads somewhere: a whole line to press, with an arrow. */
  readonly onPress?: (() => void) | undefined
  readonly id?: string
}

export function Row({ title, note, value, tag, onPress, id }: RowProps) {
  const pressed = onPress && {
    ...spoken('button'),
    hoverClass: classes(styles, 'pressed'),
    onClick: onPress,
  }
  return (
    <View className={classes(styles, 'row')} {...(id !== undefined && { id })} {...pressed}>
      <View className={classes(styles, 'line')}>
        <View className={classes(styles, 'words', tag !== undefined && 'tagged')}>
          <Text className={classes(styles, 'title')}>{title}</Text>
          {note !== undefined && <Text className={classes(styles, 'note')}>{note}</Text>}
        </View>
        {value !== undefined && <Text className={classes(styles, 'value')}>{value}</Text>}
        {tag}
      </View>
      {onPress && <View className={classes(styles, 'arrow')} />}
    </View>
  )
}
