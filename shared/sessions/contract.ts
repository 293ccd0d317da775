import { contract, Day, Id, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** What a login gives: a signed token for minutes, and an opaque one to get the next pair with. */
export const Session = z.object({
  token: z.string(),
  expiresAt: Instant,
  refresh: z.string(),
})
export type Session = z.infer<typeof Session>

/** A demo login and what it shows; empty outside the demo. */
export const DemoLogin = z.object({ code: z.string(), name: z.string(), shows: z.string() })
export type DemoLogin = z.infer<typeof DemoLogin>

/** A login that stands. Where it came from is not collected; `seenOn` is the last day it was used. */
export const Device = z.object({
  device: Id,
  name: z.string(),
  openedOn: Day,
  seenOn: Day,
  /** The one that asks. */
  here: z.boolean(),
})
export type Device = z.infer<typeof Device>

/** `login`: without a second factor a person confirms by logging in again. */
export const CONFIRM_WAYS = ['totp', 'recovery', 'login'] as const

export const SecondFactor = z.object({
  on: z.boolean(),
  since: Instant.optional(),
  /** Recovery codes not used yet. */
  recoveryLeft: z.int(),
  /** Until when this login may do what is dangerous. */
  confirmedUntil: Instant.optional(),
})
export type SecondFactor = z.infer<typeof SecondFactor>

/** As the device calls itself, for the person's own list: `iPhone 13`. */
const DeviceName = z.string().trim().min(1).max(60).optional()
const Refresh = z.string().min(1).max(300)
/** Six symbols without look-alikes; typed in any case, with or without a dash. */
const ShortCode = z
  .string()
  .max(16)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[A-Z0-9]{6}$/, '短码是 6 位字母和数字'))
const Recovery = z.array(z.string())
const NOTHING = z.strictObject({})
const DONE = z.object({})

export const sessions = contract({
  open: {
    method: 'POST',
    path: '/sessions',
    summary: 'Log in with a code from wx.login',
    access: 'anyone',
    idempotency: 'none',
    success: 201,
    input: z.strictObject({ code: z.string().min(1).max(256), device: DeviceName }),
    output: Session,
  },
  refresh: {
    method: 'POST',
    path: '/sessions/refresh',
    summary: 'The next pair of tokens; the same again where its answer got lost, for a minute',
    access: 'anyone',
    counted: 'read',
    idempotency: 'none',
    input: z.strictObject({ refresh: Refresh }),
    output: Session,
  },
  close: {
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Log out: the token is refused from now on',
    access: 'signed_in',
    input: NOTHING,
    output: DONE,
  },
  confirm: {
    method: 'POST',
    path: '/sessions/current/confirm',
    summary: 'Show again who is there, before something dangerous',
    access: 'signed_in',
    idempotency: 'none',
    input: z.strictObject({ way: z.enum(CONFIRM_WAYS), code: z.string().min(1).max(256) }),
    output: z.object({ confirmedUntil: Instant }),
  },
  devices: {
    method: 'GET',
    path: '/sessions/devices',
    summary: 'Where the person is logged in',
    access: 'signed_in',
    input: NOTHING,
    output: z.object({ items: z.array(Device) }),
  },
  endDevice: {
    method: 'DELETE',
    path: '/sessions/devices/:device',
    summary: 'Log one device out',
    access: 'signed_in',
    input: z.strictObject({ device: Id }),
    output: DONE,
  },
  endAll: {
    method: 'POST',
    path: '/sessions/devices/end-all',
    summary: 'Log out everywhere; here too unless it is kept',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ keepHere: z.boolean() }),
    output: z.object({ ended: z.int() }),
  },
  secondFactor: {
    method: 'GET',
    path: '/sessions/second-factor',
    summary: 'Whether the person has a second factor',
    access: 'signed_in',
    input: NOTHING,
    output: SecondFactor,
  },
  startSecondFactor: {
    method: 'POST',
    path: '/sessions/second-factor',
    summary:
      'A secret for an authenticator, shown this once; it counts after a code from it came back',
    access: 'signed_in',
    fresh: true,
    idempotency: 'none',
    success: 201,
    input: NOTHING,
    output: z.object({ secret: z.string(), uri: z.string() }),
  },
  turnOnSecondFactor: {
    method: 'POST',
    path: '/sessions/second-factor/on',
    summary: 'The first code of the authenticator; answers with recovery codes, shown this once',
    access: 'signed_in',
    idempotency: 'none',
    input: z.strictObject({ code: z.string().max(16) }),
    output: z.object({ recovery: Recovery }),
  },
  renewRecovery: {
    method: 'POST',
    path: '/sessions/second-factor/recovery',
    summary: 'New recovery codes; the old ones are void',
    access: 'signed_in',
    fresh: true,
    idempotency: 'none',
    input: NOTHING,
    output: z.object({ recovery: Recovery }),
  },
  turnOffSecondFactor: {
    method: 'DELETE',
    path: '/sessions/second-factor',
    summary: 'Back to confirming by a new login',
    access: 'signed_in',
    fresh: true,
    input: NOTHING,
    output: DONE,
  },
  startWebLogin: {
    method: 'POST',
    path: '/sessions/web-logins',
    summary: 'A browser asks to be let in by a person who is logged in in WeChat',
    access: 'anyone',
    idempotency: 'none',
    success: 201,
    input: z.strictObject({ device: DeviceName }),
    output: z.object({
      code: z.string(),
      /** Stays in the browser that asked: only with it the session is given out. */
      secret: z.string(),
      /** The code with its mark: what a QR code carries in an address (`web-link.ts`). */
      scene: z.string(),
      expiresAt: Instant,
    }),
  },
  pollWebLogin: {
    method: 'POST',
    path: '/sessions/web-logins/:code/poll',
    summary: 'Whether the person has answered; the session, once confirmed',
    access: 'anyone',
    counted: 'read',
    idempotency: 'none',
    input: z.strictObject({ code: ShortCode, secret: z.string().min(1).max(64) }),
    output: z.object({
      state: z.enum(['waiting', 'refused', 'confirmed']),
      session: Session.optional(),
    }),
  },
  webLogin: {
    method: 'GET',
    path: '/sessions/web-logins/:code',
    summary: 'Which browser asks, and since when',
    access: 'signed_in',
    input: z.strictObject({ code: ShortCode }),
    output: z.object({ browser: z.string(), askedAt: Instant, expiresAt: Instant }),
  },
  answerWebLogin: {
    method: 'POST',
    path: '/sessions/web-logins/:code/answer',
    summary: 'Let that browser in, or not',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ code: ShortCode, confirm: z.boolean() }),
    output: DONE,
  },
  demoLogins: {
    method: 'GET',
    path: '/sessions/demo-logins',
    summary: 'The demo persons; an empty list outside the demo',
    access: 'anyone',
    input: NOTHING,
    output: z.object({ items: z.array(DemoLogin) }),
  },
})
