import { contract, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** What a login gives: a signed token that expires and can be revoked. */
export const Session = z.object({ token: z.string(), expiresAt: Instant })
export type Session = z.infer<typeof Session>

/** A demo login and what it shows; empty outside the demo. */
export const DemoLogin = z.object({ code: z.string(), name: z.string(), shows: z.string() })
export type DemoLogin = z.infer<typeof DemoLogin>

export const sessions = contract({
  open: {
    method: 'POST',
    path: '/sessions',
    summary: 'Log in with a code from wx.login',
    access: 'anyone',
    idempotency: 'none',
    success: 201,
    input: z.strictObject({ code: z.string().min(1).max(256) }),
    output: Session,
  },
  close: {
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Log out: the token is refused from now on',
    access: 'signed_in',
    input: z.strictObject({}),
    output: z.object({}),
  },
  demoLogins: {
    method: 'GET',
    path: '/sessions/demo-logins',
    summary: 'The demo persons; an empty list outside the demo',
    access: 'anyone',
    input: z.strictObject({}),
    output: z.object({ items: z.array(DemoLogin) }),
  },
})
