import { dayOf, MINUTE } from '#shared/kernel/calendar.ts'
import { hex } from './answers.ts'
import type { StandInOutside } from './stand-in-settings.ts'

const LIVES = 120 * MINUTE
const OVERLAP = 5 * MINUTE
const FORCED_APART = 30_000
const FORCED_A_DAY = 20
const FORM = /^[0-9a-f]{136}$/

export interface IssuedToken {
  readonly access_token: string
  readonly expires_in: number
}

/** Two stores that know nothing of each other, as WeChat's classic and stable tokens do. */
export function tokensOf({ now, random }: Pick<StandInOutside, 'now' | 'random'>) {
  // When each token ends. One that was replaced keeps its last five minutes, one that was killed none.
  const ends = new Map<string, number>()
  let classic: string | undefined
  let stable: string | undefined
  let forcedAt = -Infinity
  let forcedToday = { day: '', times: 0 }

  const issue = (): string => {
    const token = hex(random, 136)
    ends.set(token, now().getTime() + LIVES)
    return token
  }
  const left = (token: string): number => (ends.get(token) ?? 0) - now().getTime()
  const shorten = (token: string, to: number): void => {
    ends.set(token, Math.min(ends.get(token) ?? 0, to))
  }
  const given = (token: string): IssuedToken => ({
    access_token: token,
    expires_in: Math.floor(left(token) / 1_000),
  })

  const isForcedTooOften = (): boolean => {
    const day = dayOf(now())
    if (forcedToday.day !== day) forcedToday = { day, times: 0 }
    return forcedToday.times >= FORCED_A_DAY
  }

  return {
    /** Each call gives a new one; the one before is good for five minutes more. */
    classic(): IssuedToken {
      if (classic !== undefined) shorten(classic, now().getTime() + OVERLAP)
      classic = issue()
      return given(classic)
    },
    /** The same one until its last five minutes; forced: a new one at once, at most every 30 s and 20 times a day. */
    stable(forced: boolean): IssuedToken | number {
      if (forced) {
        if (isForcedTooOften()) return 45009
        if (now().getTime() - forcedAt >= FORCED_APART) {
          if (stable !== undefined) ends.set(stable, -Infinity)
          stable = undefined
          forcedAt = now().getTime()
          forcedToday.times += 1
        }
      }
      if (stable === undefined || left(stable) <= OVERLAP) stable = issue()
      return given(stable)
    },
    /** 0, or the errcode why this token is not taken. */
    refusalOf(token: string | undefined): number {
      if (token === undefined || token === '') return 41001
      if (!FORM.test(token)) return 40014
      const end = ends.get(token)
      if (end === undefined || end === -Infinity) return 40001
      return now().getTime() < end ? 0 : 42001
    },
  }
}

export type Tokens = ReturnType<typeof tokensOf>
