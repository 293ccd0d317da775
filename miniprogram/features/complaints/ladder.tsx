import { Text, View } from '@tarojs/components'
import type { Complaint } from '#shared/complaints/contract.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './complaint-parts.module.scss'
import { elsewhereWords, ladderOf, ladderSentence } from './ladder-steps.ts'

interface LadderProps {
  readonly complaint: Pick<Complaint, 'state' | 'level' | 'timeline'>
}

/** The level of authority it is under: property, then street, then district. */
export function Ladder({ complaint }: LadderProps) {
  const steps = ladderOf(complaint)
  const elsewhere = elsewhereWords(complaint)
  return (
    <>
      <View
        className={classes(styles, 'ladder')}
        {...spoken('img', { label: ladderSentence(steps) })}
      >
        {steps.map(({ level, name, standing, word }) => (
          <View key={level} className={classes(styles, 'step', standing)}>
            <View className={classes(styles, 'rail')}>
              <View className={classes(styles, 'dot')} />
            </View>
            <View className={classes(styles, 'said')}>
              <Text className={classes(styles, 'level')}>{name}</Text>
              <Text className={classes(styles, 'standing')}>{word}</Text>
            </View>
          </View>
        ))}
      </View>
      {elsewhere !== undefined && <Text className={classes(styles, 'elsewhere')}>{elsewhere}</Text>}
    </>
  )
}
