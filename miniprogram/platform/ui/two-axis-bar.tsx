import { Text, View } from '@tarojs/components'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'
import styles from './two-axis-bar.module.scss'

/** `cast` while the vote is open: that somebody voted, never what. */
export type BarKind = 'cast' | 'for' | 'against' | 'abstain'

export interface BarPart {
  readonly kind: BarKind
  readonly amount: number
  /** With its unit: `612 人`, `57,310.55 ㎡`. */
  readonly words: string
  /** Where its kind goes by another name. */
  readonly name?: string
}

/** One of the two counts. All amounts are in one unit: heads, or 0.01 m². */
export interface Axis {
  readonly name: string
  readonly base: number
  readonly parts: readonly BarPart[]
  readonly threshold: { readonly numerator: number; readonly denominator: number }
  /** What holds, or what is missing; it is also what is read aloud. */
  readonly sentence: string
}

interface TwoAxisBarProps {
  readonly heads: Axis
  readonly area: Axis
}

const KIND_NAMES: Readonly<Record<BarKind, string>> = {
  cast: '已投票',
  for: '同意',
  against: '反对',
  abstain: '弃权',
}

/** 双轨进度: both axes at the same length for all of their base, each with its threshold. */
export const TwoAxisBar = ({ heads, area }: TwoAxisBarProps) => (
  <View className={classes(styles, 'both')}>
    <AxisBar {...heads} />
    <AxisBar {...area} />
  </View>
)

function AxisBar({ name, base, parts, threshold, sentence }: Axis) {
  const { numerator, denominator } = threshold
  const tick = { left: share(numerator, denominator) }
  return (
    <View className={classes(styles, 'axis')} {...spoken('img', { label: `${name}：${sentence}` })}>
      <View className={classes(styles, 'scale')}>
        <Text className={classes(styles, 'name')}>{name}</Text>
        <View className={classes(styles, 'fraction')} style={tick}>
          {`${numerator}/${denominator}`}
        </View>
      </View>
      <View className={classes(styles, 'bar')}>
        {parts.map(({ kind, amount }) => (
          <View
            key={kind}
            className={classes(styles, 'part', kind)}
            style={{ width: share(amount, base) }}
          />
        ))}
        <View className={classes(styles, 'tick')} style={tick} />
      </View>
      <View className={classes(styles, 'legend')}>
        {parts.map(({ kind, words, name: called }) => (
          <View key={kind} className={classes(styles, 'entry')}>
            <View className={classes(styles, 'swatch', kind)} />
            <Text>{`${called ?? KIND_NAMES[kind]} ${words}`}</Text>
          </View>
        ))}
      </View>
      <Text className={classes(styles, 'sentence')}>{sentence}</Text>
    </View>
  )
}

// Only drawn; what is reached is decided on integers elsewhere.
const share = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(2)}%`
