import { addDays, dayOf, MINUTE, startOfDay } from '#shared/kernel/calendar.ts'

/** When nobody's phone is to ring. Hours of the day in Shanghai, `HH:MM`; equal ends mean never. */
export interface QuietHours {
  readonly from: string
  readonly until: string
  readonly source: string
  readonly confidence: 'law' | 'practice' | 'choice'
}

export const QUIET_HOURS: QuietHours = {
  from: '22:00',
  until: '08:00',
  // 噪声污染防治法 §88 calls 22:00–06:00 the night; the two hours after it are ours.
  source: '本平台默认：夜间（22:00 至次日 06:00，噪声污染防治法第八十八条）再加清晨两小时',
  confidence: 'choice',
}

const minutesOf = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** When the quiet that reigns now ends; `undefined` where none does. The first minute is quiet, the last is not. */
export function quietUntil(now: Date, { from, until }: QuietHours = QUIET_HOURS): Date | undefined {
  const [begin, end] = [minutesOf(from), minutesOf(until)]
  const today = startOfDay(dayOf(now))
  const minute = (now.getTime() - today.getTime()) / MINUTE
  const at = (day: Date): Date => new Date(day.getTime() + end * MINUTE)
  if (begin <= end) return minute >= begin && minute < end ? at(today) : undefined
  if (minute < end) return at(today)
  return minute >= begin ? at(startOfDay(addDays(dayOf(now), 1))) : undefined
}
