import * as z from '#shared/kernel/zod.ts'
import type { PushMessage } from './push.ts'

/** What WeChat pushed about somebody's messages. The same comes twice at times: tell by `id`. */
export interface SubscribeEvent {
  readonly openid: string
  /** When it happened, by WeChat's clock. */
  readonly at: Date
  readonly id: string
  readonly items: readonly SubscribeItem[]
}

export interface SubscribeItem {
  readonly templateId: string
  /** `accepted` once; `ended`: switched off, or nothing was left; the rest says nothing about what may be sent. */
  readonly what: 'accepted' | 'refused' | 'ended' | 'delivered' | 'failed'
  /** Why it was not delivered. */
  readonly errcode?: number
}

const KINDS = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
} as const
type Kind = keyof typeof KINDS

// Numbers have been seen as strings, and are in XML.
const Whole = z.coerce.number().int()
const Item = z.looseObject({
  TemplateId: z.string().min(1).max(128),
  SubscribeStatusString: z.string().optional(),
  ErrorCode: Whole.optional(),
})
const Items = z.union([z.array(Item).max(20), Item.transform((one) => [one])])
const Pushed = z.looseObject({
  FromUserName: z.string().min(1).max(128),
  CreateTime: Whole,
  Event: z.enum(Object.keys(KINDS) as [Kind, ...Kind[]]),
})
const Wrapped = z.looseObject({ List: Items })

/** `undefined` where the message is about something else, or of a form nobody knows. */
export function subscribeEventOf(message: PushMessage): SubscribeEvent | undefined {
  const { data: pushed } = Pushed.safeParse(message)
  if (!pushed) return undefined
  const { Event: kind, FromUserName: openid, CreateTime: seconds } = pushed
  // JSON has the list itself, at times only what would be in it; XML wraps it once more.
  const { data: wrapped } = Wrapped.safeParse(message[KINDS[kind]] ?? message)
  if (!wrapped) return undefined
  return {
    openid,
    at: new Date(seconds * 1_000),
    id: `${kind} ${seconds}`,
    items: wrapped.List.map((item) => itemOf(kind, item)),
  }
}

/** One-shot: nothing may be sent for having been switched on again, only for having been asked. */
function itemOf(kind: Kind, item: z.infer<typeof Item>): SubscribeItem {
  const { TemplateId: templateId, SubscribeStatusString: status, ErrorCode: errcode } = item
  if (kind === 'subscribe_msg_sent_event') {
    if (errcode === undefined || errcode === 0) return { templateId, what: 'delivered' }
    return { templateId, what: errcode === 43101 ? 'ended' : 'failed', errcode }
  }
  if (kind === 'subscribe_msg_change_event') {
    return { templateId, what: status === 'reject' ? 'ended' : 'refused' }
  }
  return { templateId, what: status === 'accept' ? 'accepted' : 'refused' }
}
