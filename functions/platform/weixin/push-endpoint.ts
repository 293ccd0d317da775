import type { Decision } from '#shared/kernel/decision.ts'
import { echoOf, openPush, type PushCode, type PushMessage, type PushSettings } from './push.ts'

export interface PushEndpoint {
  readonly settings: PushSettings
  readonly now: () => Date
  /** Must bear the same message twice. What it throws makes WeChat send the message again. */
  readonly received: (message: PushMessage) => Promise<void>
  /** A message that was not taken, and why. */
  readonly refused: (code: PushCode) => void
}

const MAX_BYTES = 64 * 1024

/** Answers the address given to WeChat for its messages: `GET` tries it, `POST` delivers. */
export async function answerPush(request: Request, endpoint: PushEndpoint): Promise<Response> {
  const { settings, now, received } = endpoint
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (request.method === 'GET') return answer(echoOf(query, settings, now()), endpoint)
  if (Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) {
    return plain('too large', 413)
  }
  const opened = openPush(query, await request.text(), settings, now())
  if (!opened.ok) return answer(opened, endpoint)
  await received(opened.value)
  return plain('success', 200)
}

function answer(decision: Decision<string, PushCode>, { refused }: PushEndpoint): Response {
  if (decision.ok) return plain(decision.value, 200)
  refused(decision.code)
  return plain(decision.code, 403)
}

const plain = (body: string, status: number): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
