import { Text, View } from '@tarojs/components'
import { formatDue } from '#shared/clocks/words.ts'
import { DAY, formatRemaining } from '#shared/kernel/calendar.ts'
import { useNow } from '../clock.ts'
import { classes } from './classes.ts'
import styles from './clock-line.module.scss'
import { Mark } from './mark.tsx'
import type { Tone } from './tone.ts'

interface ClockLineProps {
  /** Who must act: `物业`. */
  readonly who: string
  /** What: `答复`. */
  readonly act: string
  /** ISO instant. */
  readonly by: string
  /** What happens if they do not: `逾期转社区跟进`. */
  readonly otherwise?: string
}

const SOON = DAY
const NEAR = 3 * DAY

/** Who must do what by when, and what happens otherwise; louder as the time comes near. */
export function ClockLine({ who, act, by, otherwise }: ClockLineProps) {
  const { tone, sentence } = tell({ who, act, by }, useNow())
  return (
    <View className={classes(styles, 'line', tone)}>
      <View className={classes(styles, 'mark')}>
        <Mark tone={tone} />
      </View>
      <View className={classes(styles, 'words')}>
        <Text>{sentence}</Text>
        {otherwise !== undefined && <Text className={classes(styles, 'else')}>{otherwise}</Text>}
      </View>
    </View>
  )
}

function tell(
  { who, act, by }: Pick<ClockLineProps, 'who' | 'act' | 'by'>,
  now: Date,
): { readonly tone: Tone; readonly sentence: string } {
  const due = new Date(by)
  const left = due.getTime() - now.getTime()
  const time = formatDue(due, now)
  if (left <= 0) {
    const late = Math.floor(-left / DAY)
    const words = late === 0 ? '已到期' : `已超 ${late} 天`
    return { tone: 'red', sentence: `${who}应在 ${time} 前${act}，${words}` }
  }
  const remaining = left < NEAR ? `，${formatRemaining(due, now) ?? ''}` : ''
  return {
    tone: left < SOON ? 'amber' : 'blue',
    sentence: `${who}要在 ${time} 前${act}${remaining}`,
  }
}
