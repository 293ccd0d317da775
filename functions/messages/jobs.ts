import { takes } from '#shared/messages/credits.ts'
import { beginning, dutyOf, settled, type Outcome } from '#shared/messages/delivery.ts'
import { QUIET_HOURS, type QuietHours } from '#shared/messages/quiet.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { ledgersOf, type Ledgers } from './ledgers.ts'
import { inboxOf, type Inbox } from './repository.ts'
import { sendOne } from './sending.ts'
import { forgottenAt, foundIn, MESSAGE_KIND, type FoundMessage } from './stored.ts'

export type MessageNeeds = Pick<Ports, 'table' | 'weixin' | 'templates' | 'now'> & {
  readonly openidOf: (person: string) => Promise<string | undefined>
  /** Whether the person still has an account. */
  readonly exists: (person: string) => Promise<boolean>
  /** Whether the person agrees to be told by WeChat at all. */
  readonly consents: (person: string) => Promise<boolean>
  /** Told of each message that WeChat has taken, before it is settled: at least once. */
  readonly accepted?: (message: FoundMessage['stored']) => Promise<void>
}

/** Tells WeChat about messages that are due for it, and forgets those kept long enough. */
export const messageJob = (needs: MessageNeeds, quiet: QuietHours = QUIET_HOURS): Job => ({
  kind: MESSAGE_KIND,
  async visit(item, now) {
    const found = foundIn(item)
    const inbox = inboxOf(needs.table, found.stored.person)
    if (forgottenAt(found.stored).getTime() <= now.getTime()) return inbox.remove(found)
    // Told after the account was closed: nobody is left to read it.
    if (!(await needs.exists(found.stored.person))) return inbox.remove(found)
    await moveOn(needs, inbox, found, now, quiet)
  },
})

async function moveOn(
  needs: MessageNeeds,
  inbox: Inbox,
  found: FoundMessage,
  now: Date,
  quiet: QuietHours,
): Promise<void> {
  const { stored } = found
  const readAt = (await inbox.isRead(stored)) ? now.toISOString() : undefined
  const duty = dutyOf({ ...stored, readAt }, now, quiet)
  // The index was behind: written again, the item stands where it belongs.
  if (duty === 'nothing') return inbox.save(stored, found)
  if (duty === 'send') return tryToSend(needs, inbox, found, now)
  await inbox.save({ ...stored, delivery: duty }, found)
}

async function tryToSend(
  needs: MessageNeeds,
  inbox: Inbox,
  found: FoundMessage,
  now: Date,
): Promise<void> {
  const { stored } = found
  const template = needs.templates?.[stored.template]
  const settle = (outcome: Outcome): Promise<void> =>
    inbox.save({ ...stored, delivery: settled(outcome, now) }, found)
  if (!template) return settle('no_template')
  const ledgers = ledgersOf(needs.table, stored.person)
  const inTheWay = await obstacle(needs, ledgers, stored, template.id)
  if (typeof inTheWay === 'string') return settle(inTheWay)
  const begun = { ...stored, delivery: beginning(stored.delivery, now) }
  await inbox.save(begun, found)
  const order = { stored: begun, template, openid: inTheWay.openid }
  const delivery = await sendOne(needs, ledgers, order)
  if (delivery.state === 'settled' && delivery.outcome === 'sent') await needs.accepted?.(begun)
  // The person may have read it meanwhile.
  const latest = await inbox.find(stored.message)
  if (latest) await inbox.save({ ...latest.stored, delivery }, latest)
}

/** What makes an attempt useless, looked at before anything is written; else the account to send to. */
async function obstacle(
  { consents, openidOf }: MessageNeeds,
  ledgers: Ledgers,
  { person, message }: FoundMessage['stored'],
  templateId: string,
): Promise<Outcome | { readonly openid: string }> {
  const { taken } = takes(await ledgers.find(templateId), message)
  if (taken === 'none') return 'no_credit'
  if (taken === 'sent') return 'sent'
  if (!(await consents(person))) return 'no_consent'
  const openid = await openidOf(person)
  return openid === undefined ? 'no_account' : { openid }
}
