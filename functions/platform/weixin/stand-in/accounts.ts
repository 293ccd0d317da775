import { createHmac } from 'node:crypto'
import { HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { hex } from './answers.ts'
import type { StandInOutside, StandInSettings } from './stand-in-settings.ts'

const CODE_LIVES = 5 * MINUTE
const VISIT_COUNTS = 2 * HOUR
const OPENID = /^o[\w-]{27}$/

interface IssuedCode {
  readonly user: string
  readonly appid: string
  readonly expiresAt: number
}

export interface Login {
  readonly openid: string
  readonly session_key: string
  readonly unionid?: string
}

/** Who logged in with which code, when they were last seen, and their session key. */
export function accountsOf(settings: StandInSettings, { now, random }: StandInOutside) {
  const codes = new Map<string, IssuedCode>()
  const visits = new Map<string, number>()
  const sessionKeys = new Map<string, string>()

  const idOf = (kind: string, user: string): string =>
    `o${createHmac('sha256', settings.secret).update(`${kind}|${user}`).digest('base64url').slice(0, 27)}`

  const login = (user: string): Login => {
    const openid = idOf(settings.appid, user)
    const session_key = Buffer.from(hex(random, 32), 'hex').toString('base64')
    visits.set(openid, now().getTime())
    sessionKeys.set(openid, session_key)
    return settings.unionBound === true
      ? { openid, session_key, unionid: idOf('union', user) }
      : { openid, session_key }
  }

  return {
    issue(user: string, appid: string): string {
      const code = `0${hex(random, 31)}`
      codes.set(code, { user, appid, expiresAt: now().getTime() + CODE_LIVES })
      return code
    },
    /** The login of a code, or the errcode. A code is gone once it was tried, whatever came of it. */
    redeem(code: string): Login | number {
      const named = /^errcode:(-?\d+)$/.exec(code)?.[1]
      if (named !== undefined) return Number(named)
      if (settings.standingCodes?.includes(code) === true) return login(code)
      const issued = codes.get(code)
      codes.delete(code)
      const isGood = issued?.appid === settings.appid && now().getTime() < issued.expiresAt
      return isGood ? login(issued.user) : 40029
    },
    openidOf: (user: string): string => idOf(settings.appid, user),
    sessionKeyOf: (openid: string): string | undefined => sessionKeys.get(openid),
    /** 0, or the errcode why nothing of this person's is checked now. */
    presence(openid: string): number {
      if (!OPENID.test(openid)) return 40003
      if (settings.assumeVisits === true) return 0
      return now().getTime() - (visits.get(openid) ?? -Infinity) <= VISIT_COUNTS ? 0 : 61010
    },
  }
}

export type Accounts = ReturnType<typeof accountsOf>
