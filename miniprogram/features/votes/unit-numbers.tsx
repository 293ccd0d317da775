import { Fragment } from 'react'
import { Text } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './unit-numbers.module.scss'

/** `1-1-1002、12-2-604`: a line ends between two of them, never at a hyphen. */
export const UnitNumbers = ({ units }: { readonly units: readonly string[] }) => (
  <>
    {units.map((unit, n) => (
      <Fragment key={unit}>
        {n > 0 && '、'}
        <Text className={classes(styles, 'unit')}>{unit}</Text>
      </Fragment>
    ))}
  </>
)
