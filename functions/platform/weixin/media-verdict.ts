import * as z from '#shared/kernel/zod.ts'
import type { PushMessage } from './push.ts'
import { Label } from './weixin-http.ts'
import { SUGGESTIONS, type Verdict } from './weixin.ts'

/** What WeChat pushed about a picture: its verdict, or that it could not look. Sent twice at times: tell by `traceId`. */
export interface MediaVerdict {
  readonly traceId: string
  /** Absent where WeChat could not download or judge the picture. */
  readonly verdict: Verdict | undefined
}

const Pushed = z.looseObject({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(128),
  errcode: z.coerce.number().int().default(0),
})
const Judged = z.looseObject({ result: z.object({ suggest: z.enum(SUGGESTIONS), label: Label }) })

/** `undefined` where the message is about something else. */
export function mediaVerdictOf(message: PushMessage): MediaVerdict | undefined {
  const { data: pushed } = Pushed.safeParse(message)
  if (!pushed) return undefined
  const { data: judged } = Judged.safeParse(message)
  return {
    traceId: pushed.trace_id,
    verdict: pushed.errcode === 0 ? judged?.result : undefined,
  }
}
