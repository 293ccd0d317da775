import { View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './mark.module.scss'
import type { Tone } from './tone.ts'

/** A shape of its own for each tone: a tick, a diamond, a triangle, a disc, a ring. */
export const Mark = ({ tone }: { readonly tone: Tone }) => (
  <View className={classes(styles, 'mark', tone)} />
)
