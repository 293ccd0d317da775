import { MINUTE } from '#shared/kernel/calendar.ts'
import { QUIET_HOURS, quietUntil, type QuietHours } from './quiet.ts'

/** Why nothing more is done about WeChat; the inbox has the message in any case. */
export const OUTCOMES = [
  'sent',
  /** Read in the app before WeChat could say it. */
  'seen',
  'no_template',
  'no_consent',
  'no_account',
  'no_credit',
  /** WeChat does not deliver it, now or later. */
  'undeliverable',
  'gave_up',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How far a message is on its way to WeChat. `nextAt`: when to look again; while `sending`, when that counts as lost. */
export type Delivery =
  | { readonly state: 'waiting' | 'sending'; readonly attempts: number; readonly nextAt: string }
  | {
      readonly state: 'settled'
      readonly outcome: Outcome
      readonly at: string
      /** WeChat's, for whoever asks its support. */
      readonly errcode?: number | undefined
    }

/** Minutes after each attempt that WeChat did not take for a passing reason. Ours; after the last nothing is tried. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 360]
/** Longer than an attempt can take: a process that has not written by then has ended. */
const LOST_AFTER = 3 * MINUTE

export const waiting = (now: Date): Delivery => ({
  state: 'waiting',
  attempts: 0,
  nextAt: now.toISOString(),
})

export const settled = (outcome: Outcome, now: Date, errcode?: number): Delivery => ({
  state: 'settled',
  outcome,
  at: now.toISOString(),
  ...(errcode === undefined ? {} : { errcode }),
})

/** What is to be done now about a message: nothing, that it stays as it now is, or try to send it. */
export function dutyOf(
  {
    delivery,
    urgent,
    readAt,
  }: { delivery: Delivery; urgent: boolean; readAt?: string | undefined },
  now: Date,
  quiet: QuietHours = QUIET_HOURS,
): Delivery | 'nothing' | 'send' {
  if (delivery.state === 'settled' || Date.parse(delivery.nextAt) > now.getTime()) return 'nothing'
  // Attempts that nobody wrote the end of: a process that ends each time is not to try for ever.
  if (delivery.attempts > RETRY_MINUTES.length) return settled('gave_up', now)
  // Before the first attempt only: what may have gone out already is not to end as never sent.
  if (delivery.attempts === 0 && readAt !== undefined) return settled('seen', now)
  const until = urgent ? undefined : quietUntil(now, quiet)
  return until ? { ...delivery, state: 'waiting', nextAt: until.toISOString() } : 'send'
}

/** An attempt begins. Whoever writes it alone goes on: two processes never send at the same moment. */
export const beginning = (delivery: Delivery, now: Date): Delivery => ({
  state: 'sending',
  attempts: attemptsOf(delivery) + 1,
  nextAt: new Date(now.getTime() + LOST_AFTER).toISOString(),
})

/** WeChat did not take it, for a reason that passes. */
export function afterTrouble(delivery: Delivery, now: Date, errcode?: number): Delivery {
  const attempts = attemptsOf(delivery)
  const minutes = RETRY_MINUTES[attempts - 1]
  if (minutes === undefined) return settled('gave_up', now, errcode)
  const nextAt = new Date(now.getTime() + minutes * MINUTE).toISOString()
  return { state: 'waiting', attempts, nextAt }
}

const attemptsOf = (delivery: Delivery): number =>
  delivery.state === 'settled' ? 0 : delivery.attempts
