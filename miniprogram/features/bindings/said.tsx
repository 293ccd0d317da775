import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './said.module.scss'

/** A sentence among rows, with air around it. */
export const Said = ({ children }: { readonly children: ReactNode }) => (
  <Text className={classes(styles, 'said')}>{children}</Text>
)
