import { fillIn, type Refusal } from '#shared/kernel/refusals.ts'
import { refusals, type RefusalCode } from '#shared/api.ts'
import type { Params } from '#shared/kernel/decision.ts'

/** A refusal as RFC 9457 problem details, with our `code` and a Chinese `detail`. */
export function problem(code: RefusalCode, params: Params, request: string): Response {
  const { status, detail }: Refusal = refusals[code]
  return respond(status, code, fillIn(detail, params), request)
}

/** Our own fault. What happened is in the log under the request's id, not in the answer. */
export const fault = (request: string): Response =>
  respond(
    500,
    'server.fault',
    `系统出了问题，请稍后再试。问题编号：${request.slice(0, 8)}`,
    request,
  )

function respond(status: number, code: string, detail: string, request: string): Response {
  return new Response(
    JSON.stringify({ type: `urn:jiayuan:${code}`, title: code, status, detail, code, request }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'x-request-id': request,
      },
    },
  )
}
