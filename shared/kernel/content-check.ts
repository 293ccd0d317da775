import { DAY, MINUTE } from '#shared/kernel/calendar.ts'

/**
 * How far WeChat's content check of a text has come.
 *
 * `pass` shows the text to all whom it is for. `review` and `risky` are both held: a person of the community office
 * looks and releases it, since a machine's word alone must silence nobody. No verdict (WeChat down or
 * busy, or the writer has not used the app for two hours) is asked for again, ever more slowly; after a day without
 * one it is held as well. Nothing is ever dropped.
 */
export type ContentCheck =
  | { readonly state: 'passed' }
  | { readonly state: 'held'; readonly why: 'review' | 'risky' | 'no_verdict' }
  /** Instants in ISO; `nextAt` is when to ask next. */
  | {
      readonly state: 'pending'
      readonly since: string
      readonly nextAt: string
      readonly attempts: number
    }

export const PASSED: ContentCheck = { state: 'passed' }

export const checkFrom = (now: Date): ContentCheck => ({
  state: 'pending',
  since: now.toISOString(),
  nextAt: now.toISOString(),
  attempts: 0,
})

const PAUSES = [1, 5, 15, 30, 60].map((minutes) => minutes * MINUTE)
const HOURLY = 60 * MINUTE

/** The check after WeChat was asked; `none` where it gave no verdict. What is settled stays as it is. */
export function afterAsking(
  check: ContentCheck,
  verdict: 'pass' | 'review' | 'risky' | 'none',
  now: Date,
): ContentCheck {
  if (check.state !== 'pending') return check
  if (verdict === 'pass') return PASSED
  if (verdict !== 'none') return { state: 'held', why: verdict }
  const end = Date.parse(check.since) + DAY
  if (now.getTime() >= end) return { state: 'held', why: 'no_verdict' }
  const pause = PAUSES[check.attempts] ?? HOURLY
  const nextAt = new Date(Math.min(now.getTime() + pause, end)).toISOString()
  return { ...check, attempts: check.attempts + 1, nextAt }
}

export const isDueCheck = (check: ContentCheck, now: Date): boolean =>
  check.state === 'pending' && Date.parse(check.nextAt) <= now.getTime()
