import { settles, takes, type Spent, type Taken } from '#shared/messages/credits.ts'
import { afterTrouble, settled, type Delivery } from '#shared/messages/delivery.ts'
import { fieldsFor } from '#shared/messages/fields.ts'
import { INBOX_PAGE } from '#shared/messages/inbox-page.ts'
import { TEMPLATES, type Template } from '#shared/messages/templates.ts'
import type { Ports } from '../platform/ports.ts'
import { underTheirKeys, type SubscribeTemplates } from '../platform/weixin/subscribe-templates.ts'
import { WeixinError } from '../platform/weixin/weixin.ts'
import type { Ledgers } from './ledgers.ts'
import type { StoredMessage } from './stored.ts'

interface Order {
  readonly stored: StoredMessage
  readonly template: SubscribeTemplates[string]
  readonly openid: string
}

/**
 * One attempt: takes a credit, or finds the one it took before it was interrupted; sends; says in the ledger what became
 * of it, before the message itself says so. Interrupted anywhere it is done again without a second credit.
 */
export async function sendOne(
  { weixin, now }: Pick<Ports, 'weixin' | 'now'>,
  ledgers: Ledgers,
  { stored, template, openid }: Order,
): Promise<Delivery> {
  const { message, delivery } = stored
  const taken = await take(ledgers, template.id, message)
  if (taken !== 'held') return settled(taken === 'sent' ? 'sent' : 'no_credit', now())
  const spend = (spent: Spent): Promise<unknown> =>
    ledgers.change(template.id, (ledger) => settles(ledger, message, spent))
  try {
    const fields = underTheirKeys(fieldsOf(stored), template.keys)
    const page = `${INBOX_PAGE}?open=${message}`
    await weixin.sendSubscribe({ openid, templateId: template.id, page, fields })
    await spend('sent')
    return settled('sent', now())
  } catch (err) {
    if (!(err instanceof WeixinError)) throw err
    const after = afterError(err, delivery, now())
    if (after.state === 'settled') await spend(spentBy(err))
    return after
  }
}

async function take(ledgers: Ledgers, templateId: string, message: string): Promise<Taken> {
  let taken: Taken = 'none'
  await ledgers.change(templateId, (ledger) => {
    const next = takes(ledger, message)
    taken = next.taken
    return next.ledger
  })
  return taken
}

function fieldsOf(stored: StoredMessage): Readonly<Record<string, string>> {
  const template = TEMPLATES.find(({ key }) => key === stored.template) as Template
  return fieldsFor(template, { ...stored, number: stored.number ?? stored.subject.id })
}

function afterError({ code, errcode }: WeixinError, delivery: Delivery, now: Date): Delivery {
  if (code === 'weixin.no_credit') return settled('no_credit', now, errcode)
  if (code === 'weixin.undeliverable') return settled('undeliverable', now, errcode)
  return afterTrouble(delivery, now, errcode)
}

/** Where no answer came, WeChat may have used the credit: it is not counted again. */
function spentBy({ code }: WeixinError): Spent {
  if (code === 'weixin.no_credit') return 'none_left'
  return code === 'weixin.unreachable' ? 'lost' : 'given_back'
}
