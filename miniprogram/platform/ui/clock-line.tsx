import { Text, View } from '@tarojs/components'
import { formatDue } from '#shared/clocks/words.ts'
import { DAY, formatRemaining, HOUR } from '#shared/kernel/calendar.ts'
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
  readonly otherwise?: string | undefined
  /** It stands still, and why: `等材料到货`. */
  readonly paused?: string | undefined
  /** What else is to be known of it, each on a line: `暂停过 2 次`. */
  readonly notes?: readonly string[]
  /** Who, what and when stand above it already: it says how much time is left. */
  readonly isTold?: boolean
}

const SOON = DAY
const NEAR = 3 * DAY

/** Who must do what by when, and what happens otherwise; louder as the time comes near. */
export function ClockLine({ otherwise, notes = [], isTold = false, ...clock }: ClockLineProps) {
  const { tone, sentence, left } = tell(clock, useNow())
  const first = isTold ? left : sentence
  const more = [...(otherwise === undefined ? [] : [otherwise]), ...notes]
  if (first === undefined && more.length === 0) return null
  return (
    <View className={classes(styles, 'line', tone)}>
      <View className={classes(styles, 'mark')}>
        <Mark tone={tone} />
      </View>
      <View className={classes(styles, 'words')}>
        {first !== undefined && <Text>{first}</Text>}
        {more.map((note) => (
          <Text key={note} className={classes(styles, 'else')}>
            {note}
          </Text>
        ))}
      </View>
    </View>
  )
}

function tell(
  { who, act, by, paused }: Pick<ClockLineProps, 'who' | 'act' | 'by' | 'paused'>,
  now: Date,
): { readonly tone: Tone; readonly sentence: string; readonly left?: string | undefined } {
  const due = new Date(by)
  const left = due.getTime() - now.getTime()
  const time = formatDue(due, now)
  if (paused !== undefined) {
    return { tone: 'grey', sentence: `${who}${act}的期限暂停：${paused}。原定 ${time}` }
  }
  if (left <= 0) {
    const late = lateWords(-left)
    return { tone: 'red', sentence: `${who}应在 ${time} 前${act}，${late}`, left: late }
  }
  const remaining = left < NEAR ? formatRemaining(due, now) : undefined
  return {
    tone: left < SOON ? 'amber' : 'blue',
    sentence: `${who}要在 ${time} 前${act}${remaining === undefined ? '' : `，${remaining}`}`,
    left: remaining,
  }
}

function lateWords(late: number): string {
  if (late >= DAY) return `已超 ${Math.floor(late / DAY)} 天`
  return late >= HOUR ? `已超 ${Math.floor(late / HOUR)} 小时` : '已到期'
}
