import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import type { AskResult } from './contract.ts'

/** Who said that the person agreed: their phone, or WeChat's own message about it. */
export type Told = 'phone' | 'weixin'

/** One time the person agreed, so that it is counted once although two tell of it. */
export interface Accepted {
  readonly by: Told
  /** Of the request or of WeChat's message: the same again is the same. */
  readonly id: string
  /** ISO. */
  readonly at: string
  /** The other side told of it too. */
  readonly paired: boolean
}

/** What a person agreed to receive of one of WeChat's templates: one message for each time. */
export interface Ledger {
  readonly credits: number
  /** Messages that a credit was taken for, latest last: `sent` once WeChat took one. */
  readonly taken: readonly { readonly message: string; readonly sent: boolean }[]
  readonly accepted: readonly Accepted[]
}

export const EMPTY: Ledger = { credits: 0, taken: [], accepted: [] }

/** More are not counted: nobody waits for so many, and the ledger stays small. */
export const MOST_CREDITS = 50
/** The phone and WeChat tell of the same tap within so long. */
const SAME_TAP = 10 * MINUTE
/** A repeated telling comes within so long. */
const REPEATED = DAY
const MOST_REMEMBERED = 100
const SENT_REMEMBERED = 20

/** Whether WeChat may now send one message more. */
export const isAccept = (result: AskResult): boolean => result.startsWith('accept')

/** The person agreed once. The phone's word and WeChat's about the same tap are one. */
export function accepts(ledger: Ledger, by: Told, id: string, at: Date): Ledger {
  const known = ledger.accepted.filter((one) => at.getTime() - Date.parse(one.at) < REPEATED)
  if (known.some((one) => one.by === by && one.id === id)) return ledger
  const twin = known.findIndex((one) => !one.paired && one.by !== by && isNear(one.at, at))
  const paired = twin >= 0
  const accepted = [
    ...known.map((one, place) => (place === twin ? { ...one, paired } : one)),
    { by, id, at: at.toISOString(), paired },
  ].slice(-MOST_REMEMBERED)
  const credits = paired ? ledger.credits : Math.min(MOST_CREDITS, ledger.credits + 1)
  return { ...ledger, credits, accepted }
}

const isNear = (at: string, now: Date): boolean =>
  Math.abs(now.getTime() - Date.parse(at)) <= SAME_TAP

/** The person switched it off in WeChat, or WeChat says that nothing is left. What was agreed to later stays. */
export function ends(ledger: Ledger, at: Date): Ledger {
  const later = ledger.accepted.some((one) => Date.parse(one.at) > at.getTime())
  return later ? ledger : { ...ledger, credits: 0 }
}

/** `held`: a credit is taken for this message, now or before. `sent`: WeChat took the message already. */
export type Taken = 'held' | 'sent' | 'none'

/** A credit for the message. Taken again after a crash it is the same credit. */
export function takes(ledger: Ledger, message: string): { taken: Taken; ledger: Ledger } {
  const before = ledger.taken.find((one) => one.message === message)
  if (before) return { taken: before.sent ? 'sent' : 'held', ledger }
  if (ledger.credits === 0) return { taken: 'none', ledger }
  const taken = [...ledger.taken, { message, sent: false }]
  return { taken: 'held', ledger: { ...ledger, credits: ledger.credits - 1, taken } }
}

/** What became of the credit taken for a message. */
export type Spent = 'sent' | 'none_left' | 'given_back' | 'lost'

export function settles(ledger: Ledger, message: string, spent: Spent): Ledger {
  const held = ledger.taken.find((one) => one.message === message && !one.sent)
  if (!held) return ledger
  const others = ledger.taken.filter((one) => one !== held)
  if (spent === 'sent')
    return { ...ledger, taken: remembered([...others, { message, sent: true }]) }
  if (spent === 'given_back') return { ...ledger, taken: others, credits: ledger.credits + 1 }
  return { ...ledger, taken: others, credits: spent === 'none_left' ? 0 : ledger.credits }
}

/** Of what was sent only the latest: a crash is found out about at the next sweep. */
function remembered(taken: Ledger['taken']): Ledger['taken'] {
  const sent = taken.filter((one) => one.sent)
  const forgotten = new Set(sent.slice(0, Math.max(0, sent.length - SENT_REMEMBERED)))
  return taken.filter((one) => !forgotten.has(one))
}
