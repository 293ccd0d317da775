// Asia/Shanghai has had no daylight saving since 1992: a fixed offset needs no time-zone data, which WeChat's engine lacks.
const OFFSET = 8 * 3_600_000
export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const two = (n: number): string => String(n).padStart(2, '0')

/** The calendar day in Shanghai, `2026-11-24`. */
export const dayOf = (time: Date): string =>
  new Date(time.getTime() + OFFSET).toISOString().slice(0, 10)

/** 00:00 in Shanghai of a day `2026-11-24`, as an instant. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET)

/** Whole calendar days from one day to another: both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** `11 月 24 日（周二）18:00` in Shanghai; the year only where it differs from `now`'s. */
export const formatTime = (time: Date, now: Date): string => {
  const t = new Date(time.getTime() + OFFSET)
  return `${formatDay(dayOf(time), now)}${two(t.getUTCHours())}:${two(t.getUTCMinutes())}`
}

/** `11 月 24 日（周二）` for a day `YYYY-MM-DD`; the year only where it differs from `now`'s. */
export const formatDay = (day: string, now: Date): string => {
  const t = new Date(`${day}T00:00:00Z`)
  const year = dayOf(now).slice(0, 4) === day.slice(0, 4) ? '' : `${t.getUTCFullYear()} 年 `
  const weekday = WEEKDAYS[t.getUTCDay()] ?? ''
  return `${year}${t.getUTCMonth() + 1} 月 ${t.getUTCDate()} 日（周${weekday}）`
}

/** `还剩 2 天 3 小时`, `还剩 25 分钟`, or `undefined` once the time has come. */
export const formatRemaining = (until: Date, now: Date): string | undefined => {
  const left = until.getTime() - now.getTime()
  if (left <= 0) return undefined
  const minutes = Math.max(1, Math.floor(left / MINUTE))
  if (left < HOUR) return `还剩 ${minutes} 分钟`
  const hours = Math.floor(left / HOUR)
  if (left < DAY) return `还剩 ${hours} 小时`
  const rest = hours % 24
  return `还剩 ${Math.floor(left / DAY)} 天${rest === 0 ? '' : ` ${rest} 小时`}`
}
