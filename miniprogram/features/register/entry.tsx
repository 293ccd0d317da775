import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './register.module.scss'

interface EntryProps {
  readonly name: string
  readonly children: ReactNode
}

/** One of several, under its name: a home, a row of the file, a version. */
export const Entry = ({ name, children }: EntryProps) => (
  <View className={classes(styles, 'entry')}>
    <Text className={classes(styles, 'name')}>{name}</Text>
    {children}
  </View>
)

/** What is said beside the point. */
export const Line = ({ children }: { readonly children: string }) => (
  <Text className={classes(styles, 'line')}>{children}</Text>
)
