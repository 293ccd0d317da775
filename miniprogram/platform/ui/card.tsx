import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import styles from './card.module.scss'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'

interface CardProps {
  readonly title?: string
  /** Beside the title: a tag, or a way to see all. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly id?: string
}

export function Card({ title, aside, children, onPress, id }: CardProps) {
  const pressed = onPress && {
    ...spoken('button'),
    hoverClass: classes(styles, 'pressed'),
    onClick: onPress,
  }
  return (
    <View className={classes(styles, 'card')} {...(id !== undefined && { id })} {...pressed}>
      {title !== undefined && (
        <View className={classes(styles, 'head')}>
          <Text className={classes(styles, 'title')} {...spoken('heading')}>
            {title}
          </Text>
          {aside}
        </View>
      )}
      {children}
    </View>
  )
}
