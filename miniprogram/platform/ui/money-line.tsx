import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './money-line.module.scss'
import { spoken } from './spoken.ts'

export interface Factor {
  readonly name: string
  /** With its unit: `89.57 ㎡`, `1.85 元/㎡·月`, `3 个月`. */
  readonly value: string
  /** Where it comes from; shown when the factor is pressed. */
  readonly source: string
}

interface MoneyLineProps {
  readonly factors: readonly Factor[]
  readonly amount: string
  /** How the product was rounded to fen. */
  readonly rounding: string
}

/** How an amount came about: each factor can be pressed for its source. */
export function MoneyLine({ factors, amount, rounding }: MoneyLineProps) {
  const [asked, setAsked] = useState<string>()
  const answer = factors.find(({ name }) => name === asked)
  return (
    <View className={classes(styles, 'whole')}>
      <View className={classes(styles, 'line')}>
        {factors.map(({ name, value }, i) => (
          <View key={name} className={classes(styles, 'term')}>
            {i > 0 && <Text className={classes(styles, 'sign')}>×</Text>}
            <View
              {...spoken('button', { label: `${name} ${value}，看来源` })}
              className={classes(styles, 'factor', name === asked && 'asked')}
              onClick={() => setAsked(name === asked ? undefined : name)}
            >
              <Text className={classes(styles, 'name')}>{name}</Text>
              <Text>{value}</Text>
            </View>
          </View>
        ))}
      </View>
      {answer && (
        <Text className={classes(styles, 'source')}>{`${answer.name}：${answer.source}`}</Text>
      )}
      <View className={classes(styles, 'sum')}>
        <Text className={classes(styles, 'rounding')}>{rounding}</Text>
        <Text className={classes(styles, 'amount')}>{`= ${amount}`}</Text>
      </View>
    </View>
  )
}
