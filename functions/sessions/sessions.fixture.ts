import type { Hono } from 'hono'
import type { Output, Route, Sent } from '#shared/kernel/route.ts'
import { sessions, type Session } from '#shared/sessions/contract.ts'
import type { TestApp } from '../platform/test-app.fixture.ts'
import { clientOf, type Answer } from '../platform/test-client.fixture.ts'

/** Sends an operation with that token, or with none. */
export const ask = <R extends Route>(
  app: Hono,
  token: string,
  route: R,
  input: Sent<R>,
): Promise<Answer<Output<R>>> => clientOf(app, token).send(route, input)

/** As WeChat would let them in. */
export async function logIn(
  { app }: Pick<TestApp, 'app'>,
  person: string,
  device?: string,
): Promise<Session> {
  const code = `openid-${person}`
  const { body } = await ask(app, '', sessions.open, { code, ...(device && { device }) })
  return body
}

export const refresh = ({ app }: Pick<TestApp, 'app'>, text: string) =>
  ask(app, '', sessions.refresh, { refresh: text })

/** As an authenticator reads what was typed into it. */
export function fromBase32(text: string): Uint8Array {
  const bits = Array.from(text, (symbol) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0'),
  ).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2))
}
