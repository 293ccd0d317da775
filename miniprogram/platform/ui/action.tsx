import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './action.module.scss'

/** The one primary button of a page: last in its content, kept at the bottom within reach of a thumb. */
export const Action = ({ children }: { readonly children: ReactNode }) => (
  <View className={classes(styles, 'action')}>{children}</View>
)
