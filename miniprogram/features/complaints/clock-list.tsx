import type { ClockView, Complaint } from '#shared/complaints/contract.ts'
import { dutyOf, pauseWords } from '#shared/complaints/rules/clock-words.ts'
import { clockTold } from '#shared/complaints/rules/what-next.ts'
import { STATES } from '#shared/complaints/rules/states.ts'
import { formatDue } from '#shared/clocks/words.ts'
import { View } from '@tarojs/components'
import { useNow } from '#miniprogram/platform/clock.ts'
import { ClockLine } from '#miniprogram/platform/ui/clock-line.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './complaint-parts.module.scss'

type Known = Parameters<typeof clockTold>[0] & Pick<Complaint, 'level' | 'clocks'>

/**
 * Every clock that runs, stands still or has run out: due, first due, paused for what and how often, and what follows.
 * Of the one that the sentence above tells only what it leaves out.
 */
export function ClockList({ complaint }: { readonly complaint: Known }) {
  const now = useNow()
  const told = clockTold(complaint)?.clock
  const clocks = [...(complaint.clocks ?? [])].sort((a, b) => (a.due < b.due ? -1 : 1))
  return (
    <>
      {clocks.map((clock) => (
        <View key={clock.clock} className={classes(styles, 'clock')}>
          <ClockLine
            {...dutyOf(clock.clock, complaint.level)}
            by={clock.due}
            paused={clock.pausedFor && pauseWords(clock.pausedFor, complaint.mine)}
            isTold={clock.clock === told}
            otherwise={
              clock.clock === told && saysWhatFollows(clock)
                ? undefined
                : otherwise(clock, complaint)
            }
            notes={notesOf(clock, now)}
          />
        </View>
      ))}
    </>
  )
}

/** Whether the sentence of this clock does. */
const saysWhatFollows = ({ goesUp, breached }: ClockView): boolean => goesUp || breached

/** What happens if they do not. */
function otherwise(
  { breached, goesUp, pausedFor, clock }: ClockView,
  { state, level }: Known,
): string | undefined {
  if (pausedFor !== undefined) return undefined
  if (STATES[state].owner === 'property') {
    if (goesUp) return breached ? '即将自动转街道' : '逾期自动转街道'
    return undefined
  }
  if (level !== 'street' || clock === 'review') return undefined
  return breached ? '已经逾期，区县可以看到' : '逾期区县可以看到'
}

function notesOf({ due, firstDue, pauses, provisional }: ClockView, now: Date): readonly string[] {
  return [
    ...(due === firstDue ? [] : [`最早定的是 ${formatDue(new Date(firstDue), now)}`]),
    ...(pauses === 0 ? [] : [`暂停过 ${pauses} 次`]),
    ...(provisional ? ['暂定：这一年的放假安排还没有公布，公布后重算'] : []),
  ]
}
