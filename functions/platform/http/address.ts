import type { Context } from 'hono'

interface Bindings {
  /** @hono/node-server */
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string } }
  /** hono/aws-lambda */
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } }
}

/** The peer's address as the server saw it. A forwarded-for header is not believed: anybody can send one. */
export function addressOf(c: Context): string {
  const { incoming, requestContext } = (c.env ?? {}) as Bindings
  return incoming?.socket.remoteAddress ?? requestContext?.http?.sourceIp ?? 'unknown'
}
