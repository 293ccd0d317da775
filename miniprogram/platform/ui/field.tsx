import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './field.module.scss'
import { spoken } from './spoken.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** What is wrong and what to do, beneath the field it is about. */
  readonly wrong?: string | undefined
  readonly children: ReactNode
}

/** A question of a form with its answer beneath. */
export const Field = ({ label, hint, wrong, children }: FieldProps) => (
  <View className={classes(styles, 'field')}>
    <Text className={classes(styles, 'label')}>{label}</Text>
    {hint !== undefined && <Text className={classes(styles, 'hint')}>{hint}</Text>}
    {children}
    {wrong !== undefined && (
      <Text className={classes(styles, 'wrong')} {...spoken('alert')}>
        {wrong}
      </Text>
    )}
  </View>
)
