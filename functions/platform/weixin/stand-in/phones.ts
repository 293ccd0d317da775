import { MINUTE } from '#shared/kernel/calendar.ts'
import type { Accounts } from './accounts.ts'
import { hex } from './answers.ts'
import type { StandInOutside, StandInSettings } from './stand-in-settings.ts'

const CODE_LIVES = 5 * MINUTE
/** In a demo nobody has a phone: the code names the number. */
const STANDING = /^demo-phone:(1\d{10})$/

interface IssuedCode {
  readonly openid: string
  readonly number: string
  readonly expiresAt: number
}

/** Codes of the button that gives away a phone number. A login code is none of them, and none of them is a login code. */
export function phonesOf(
  settings: StandInSettings,
  { now, random }: StandInOutside,
  accounts: Accounts,
) {
  const codes = new Map<string, IssuedCode>()

  const redeem = (code: string, openid: string): string | undefined => {
    const standing = settings.standingPhones === true ? STANDING.exec(code)?.[1] : undefined
    if (standing !== undefined) return standing
    const issued = codes.get(code)
    codes.delete(code)
    const isGood =
      issued !== undefined &&
      now().getTime() < issued.expiresAt &&
      (openid === '' || openid === issued.openid)
    return isGood ? issued.number : undefined
  }
  return {
    issue(user: string, number: string): string {
      const code = hex(random, 64)
      const expiresAt = now().getTime() + CODE_LIVES
      codes.set(code, { openid: accounts.openidOf(user), number, expiresAt })
      return code
    },
    answer({ code, openid }: Readonly<Record<string, unknown>>): object | number {
      if (typeof code !== 'string' || code === '') return 40029
      const number = redeem(code, typeof openid === 'string' ? openid : '')
      if (number === undefined) return 40029
      const watermark = { timestamp: Math.floor(now().getTime() / 1_000), appid: settings.appid }
      return {
        phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
      }
    },
  }
}

export type Phones = ReturnType<typeof phonesOf>
