import { Text, View } from '@tarojs/components'
import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { WorkCard } from '#shared/complaints/workbench-contract.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TickBox } from '#miniprogram/platform/ui/tick-box.tsx'
import { dueWords } from '../work/words.ts'
import styles from './work-row.module.scss'

interface WorkRowProps {
  readonly card: WorkCard
  /** While several are being chosen: whether this one is. */
  readonly chosen: boolean | undefined
  readonly onPress: () => void
  /** Held: choosing several begins with this one. */
  readonly onHold: () => void
}

export function WorkRow({ card, chosen, onPress, onHold }: WorkRowProps) {
  const now = useNow()
  const due = dueWords(card, now)
  const state = stateWord(card.state, false)
  const isChoosing = chosen !== undefined
  return (
    <View
      id={`work-${card.number}`}
      {...spoken(
        isChoosing ? 'checkbox' : 'button',
        isChoosing ? { label: card.summary, checked: chosen } : {},
      )}
      className={classes(styles, 'row')}
      hoverClass={classes(styles, 'pressed')}
      onClick={onPress}
      onLongPress={isChoosing ? onPress : onHold}
    >
      {isChoosing && <TickBox ticked={chosen} />}
      <View className={classes(styles, 'words')}>
        <Text className={classes(styles, 'title')}>{card.summary}</Text>
        <Text className={classes(styles, 'note')}>{noteOf(card)}</Text>
        <View className={classes(styles, 'tags')}>
          <Tag tone={due.tone}>{due.words}</Tag>
          <Tag tone={state.tone}>{state.word}</Tag>
        </View>
      </View>
    </View>
  )
}

const noteOf = ({ category, place, worker }: WorkCard): string =>
  [
    CATEGORY_NAMES[category],
    place,
    worker ? (worker.me ? '我在办' : `${worker.name}在办`) : '还没有人办',
  ].join('，')
