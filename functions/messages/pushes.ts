import { accepts, ends, type Ledger } from '#shared/messages/credits.ts'
import type { Ports } from '../platform/ports.ts'
import type { PushMessage } from '../platform/weixin/push.ts'
import {
  subscribeEventOf,
  type SubscribeEvent,
  type SubscribeItem,
} from '../platform/weixin/subscribe-event.ts'
import { ledgersOf } from './ledgers.ts'

interface Needs extends Pick<Ports, 'table' | 'templates' | 'log'> {
  /** Whose WeChat account it is; nobody is made for it. */
  readonly knownBy: (openid: string) => Promise<string | undefined>
}

/** What WeChat's messages are handed to: what a person answered, switched off, or had delivered. Twice is once. */
export const subscribePushes =
  ({ table, templates = {}, log, knownBy }: Needs) =>
  async (message: PushMessage): Promise<void> => {
    const event = subscribeEventOf(message)
    const person = event && (await knownBy(event.openid))
    if (person === undefined || !event) return
    const ours = new Set(Object.values(templates).map(({ id }) => id))
    for (const item of event.items.filter(({ templateId }) => ours.has(templateId))) {
      if (item.what === 'failed')
        log.info('subscribe message failed', { errcode: item.errcode ?? 0 })
      await ledgersOf(table, person).change(item.templateId, (ledger) => after(ledger, event, item))
    }
  }

function after(ledger: Ledger, { id, at }: SubscribeEvent, { what }: SubscribeItem): Ledger {
  if (what === 'accepted') return accepts(ledger, 'weixin', id, at)
  return what === 'ended' ? ends(ledger, at) : ledger
}
