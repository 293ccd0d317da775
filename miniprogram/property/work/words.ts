import { formatDue } from '#shared/clocks/words.ts'
import { CATEGORIES, CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { ComplaintCard, ComplaintState } from '#shared/complaints/contract.ts'
import type { WorkQueue } from '#shared/complaints/workbench-contract.ts'
import { MINUTE } from '#shared/kernel/calendar.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

export const QUEUE_WORDS: Readonly<Record<WorkQueue, { word: string; note: string }>> = {
  overdue: { word: '已超期', note: '期限已过，随时会自动转街道，转走的在“投诉”页的“已转街道”里' },
  due_soon: { word: '快到期', note: '24 小时以内到期，最急的在最前面' },
  mine: { word: '我的', note: '我最先办的，或同事交给我的' },
  unaccepted: { word: '待受理', note: '新提交的，和居民有异议要重办的' },
  waiting: { word: '等待中', note: '已暂停计时：等居民、等材料或在诉讼中' },
  open: { word: '全部', note: '现在由物业办的全部投诉' },
}

export const CATEGORY_OPTIONS = CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] }))

const WITH_PROPERTY = ['submitted', 'accepted', 'replied', 'disputed'] as const
export const STATE_OPTIONS = WITH_PROPERTY.map((value: ComplaintState) => ({
  value,
  text: stateWord(value, false).word,
}))

interface Due {
  readonly tone: Tone
  readonly words: string
}

/** How pressing it is, in a few words. */
export function dueWords(
  { dueAt, paused }: Pick<ComplaintCard, 'dueAt' | 'paused'>,
  now: Date,
): Due {
  if (paused === true) return { tone: 'grey', words: '已暂停计时' }
  if (dueAt === undefined) return { tone: 'grey', words: '没有期限' }
  const due = new Date(dueAt)
  const minutes = Math.floor((due.getTime() - now.getTime()) / MINUTE)
  if (minutes <= 0) return { tone: 'red', words: '已超期' }
  if (minutes < 24 * 60) return { tone: 'amber', words: `还剩 ${shortly(minutes)}` }
  return { tone: 'blue', words: `${formatDue(due, now)} 前` }
}

const shortly = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时`
