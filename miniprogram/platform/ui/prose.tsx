import { Text } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './prose.module.scss'

/** What a person wrote, line by line as they wrote it; it can be copied. */
export const Prose = ({ children }: { readonly children: string }) => (
  <Text userSelect className={classes(styles, 'prose')}>
    {children}
  </Text>
)
