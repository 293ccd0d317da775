import { useState } from 'react'
import { View } from '@tarojs/components'
import type { VoteAct } from '#shared/votes/rules/transitions.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { lawOf } from './next-steps.ts'
import styles from './why.module.scss'

interface Why {
  readonly ask: ReturnType<typeof WhyMark>
  /** The law, once it was asked for. */
  readonly answer: string | undefined
}

/** A step's “为什么？”, and the law that answers it. */
export function useWhy(act: VoteAct): Why {
  const [isOpen, setOpen] = useState(false)
  return {
    ask: <WhyMark isOpen={isOpen} onPress={() => setOpen(!isOpen)} />,
    answer: isOpen ? lawOf(act) : undefined,
  }
}

interface WhyMarkProps {
  readonly isOpen: boolean
  readonly onPress: () => void
}

const WhyMark = ({ isOpen, onPress }: WhyMarkProps) => (
  <View
    id="why"
    className={classes(styles, 'why')}
    {...spoken('button', { label: isOpen ? '收起依据' : '为什么？' })}
    onClick={onPress}
  >
    {isOpen ? '收起' : '为什么？'}
  </View>
)
