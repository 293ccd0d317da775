import { accept, refuse } from '#shared/kernel/decision.ts'
import * as z from '#shared/kernel/zod.ts'

export const SESSION_RULES = {
  /** A token that was stolen is of use for so long. */
  accessSeconds: 15 * 60,
  /** A phone not used for so long logs in anew: owners look in for a vote twice a year, some for each bill. */
  refreshSeconds: 180 * 86_400,
  /** For a phone whose answer got lost: the token before gives the same pair again. */
  graceSeconds: 60,
  /** After showing who is there, dangerous acts are open for so long. */
  freshSeconds: 10 * 60,
  webLoginSeconds: 2 * 60,
  /** Between showing the authenticator's secret and its first code. */
  factorSetupSeconds: 15 * 60,
  recoveryCodes: 10,
} as const

/** Why a session ended before its time; told at its next call. */
const Ending = z.enum(['reused', 'by_you'])
export type Ending = z.infer<typeof Ending>

/** A login as it is stored: one item is the whole family of its tokens. Times are ISO instants. */
export const SessionRecord = z.object({
  openedAt: z.string(),
  device: z.string().optional(),
  /** Shanghai day of the last refresh. */
  seenOn: z.string().optional(),
  /** When the person last showed who is there; absent: by the login itself; null: not yet. */
  confirmedAt: z.string().nullish(),
  refresh: z
    .object({
      /** Goes into each token's digest, so that nobody can make one who has only the root key. */
      nonce: z.string(),
      /** The token that counts; the one before is `generation - 1`. */
      generation: z.int(),
      rotatedAt: z.string(),
      /** When the access token given with it ends, epoch seconds: the same pair is given again. */
      accessUntil: z.int(),
    })
    .optional(),
  ended: Ending.optional(),
})
export type SessionRecord = z.infer<typeof SessionRecord>
export type Family = NonNullable<SessionRecord['refresh']>

export const ENDING_CODES = {
  reused: 'sessions.ended_reused',
  by_you: 'sessions.ended_by_you',
} as const satisfies Readonly<Record<Ending, string>>

const seconds = (time: Date): number => Math.floor(time.getTime() / 1_000)
const accessUntil = (now: Date): number => seconds(now) + SESSION_RULES.accessSeconds
export const refreshUntil = (now: Date): number => seconds(now) + SESSION_RULES.refreshSeconds

/** When the person last showed who is there. */
export const confirmedAt = ({ confirmedAt: at, openedAt }: SessionRecord): string | undefined =>
  at === undefined ? openedAt : (at ?? undefined)

/** Until when dangerous acts are open to this login; `undefined` where they are not. */
export function freshUntil(at: string | undefined, now: Date): Date | undefined {
  if (at === undefined) return undefined
  const until = new Date(Date.parse(at) + SESSION_RULES.freshSeconds * 1_000)
  return now.getTime() < until.getTime() ? until : undefined
}

/**
 * What showing a refresh token of ours does to its family.
 * The one that counts moves it on; the one before gives the same pair again for a moment, since its answer
 * may have got lost; an older one was copied, so the family ends for whoever has it.
 * A later one than is stored was given before a backup was put back: it is believed.
 */
export function turn(family: Family, generation: number, now: Date) {
  if (generation >= family.generation) {
    return accept({ ...family, ...turned(generation + 1, now) })
  }
  const age = now.getTime() - Date.parse(family.rotatedAt)
  const isInGrace = age < SESSION_RULES.graceSeconds * 1_000
  if (generation === family.generation - 1 && isInGrace) return accept(family)
  return refuse(ENDING_CODES.reused)
}

const turned = (generation: number, now: Date) => ({
  generation,
  rotatedAt: now.toISOString(),
  accessUntil: accessUntil(now),
})

export const newFamily = (nonce: string, now: Date): Family => ({ nonce, ...turned(1, now) })

/** How long to wait after so many failures on end: nothing at first, then twice as long each time. Seconds. */
export function waitAfter(failures: number, { free, first, longest }: Patience): number {
  if (failures < free) return 0
  return Math.min(longest, first * 2 ** Math.min(20, failures - free))
}

export interface Patience {
  /** Failures that cost nothing: a slip of the thumb. */
  readonly free: number
  readonly first: number
  readonly longest: number
}

/** `45 秒`, `2 分钟`, `1 小时`: rounded up, so that who waits so long has waited long enough. */
export function waitWords(seconds_: number): string {
  if (seconds_ < 60) return `${seconds_} 秒`
  if (seconds_ <= 3_540) return `${Math.ceil(seconds_ / 60)} 分钟`
  return `${Math.ceil(seconds_ / 3_600)} 小时`
}
