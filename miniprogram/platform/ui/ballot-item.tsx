import { Text, View } from '@tarojs/components'
import { matterOf } from '#shared/votes/matters.ts'
import type { VoteItem } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import styles from './ballot-item.module.scss'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'

// Always in this order, all three alike, none chosen beforehand.
const CHOICES = ['for', 'against', 'abstain'] as const

const CLASS_NAMES: Readonly<Record<VoteItem['class'], string>> = {
  ordinary: '一般事项，参与的人数和面积都过半数同意才通过',
  special: '重大事项，参与的人数和面积都有四分之三同意才通过',
}

/** Under which matter of the law an item falls, and what passing therefore takes. */
export const matterSentence = ({ matter, class: of }: Pick<VoteItem, 'matter' | 'class'>): string =>
  `${CLASS_NAMES[of]}（民法典第二百七十八条第（${numeral(matter)}）项：${matterOf(matter)?.name ?? ''}）`

interface BallotItemProps {
  readonly item: VoteItem
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}

/** One item, whole: what it is, what passing takes, its full text. */
export const ItemWords = ({ item }: Pick<BallotItemProps, 'item'>) => (
  <View className={classes(styles, 'item')}>
    <Text className={classes(styles, 'title')} {...spoken('heading')}>
      {`${item.item}. ${item.title}`}
    </Text>
    <Text className={classes(styles, 'matter')}>{matterSentence(item)}</Text>
    <Text className={classes(styles, 'text')}>{item.text}</Text>
  </View>
)

/** One item of a ballot and the three ways to answer it. */
export function BallotItem({ item, choice, onChoose }: BallotItemProps) {
  return (
    <View className={classes(styles, 'item')}>
      <ItemWords item={item} />
      <View
        className={classes(styles, 'choices')}
        {...spoken('radiogroup', { label: `对第 ${item.item} 项的表决` })}
      >
        {CHOICES.map((each) => (
          <View
            key={each}
            {...spoken('radio', { label: CHOICE_NAMES[each], checked: each === choice })}
            className={classes(styles, 'choice', each === choice && 'chosen')}
            hoverClass={classes(styles, 'pressed')}
            onClick={() => onChoose(each)}
          >
            <View className={classes(styles, 'dot')} />
            <Text>{CHOICE_NAMES[each]}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

const numeral = (n: number): string => '〇一二三四五六七八九'.charAt(n)
