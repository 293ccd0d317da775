import type { Message } from '#shared/messages/contract.ts'
import type { Me } from '#shared/people/contract.ts'
import { messagesApi } from '#miniprogram/features/messages/api.ts'
import { whereTo } from '#miniprogram/features/messages/subjects.ts'
import { go } from '#miniprogram/features/pages.ts'
import { identityOf } from '#miniprogram/platform/identity.ts'
import { choose } from '#miniprogram/platform/use-identity.ts'

/** Read from now on, and on to what it is about, in the community it is about. */
export async function openMessage(message: Message, me: Me): Promise<void> {
  // What it is about is shown also where nobody can be told that it was read.
  if (!message.read) await messagesApi.read({ message: message.message }).catch(() => undefined)
  const { community } = message.subject
  const membership = me.memberships.find((one) => one.community === community)
  const leading = whereTo(message, membership?.roles ?? [])
  if (!leading) return
  const here = identityOf(me)
  if (here && membership && here.community !== community) {
    choose(me.person, { community, hat: here.hat })
  }
  await go(leading.page, leading.params)
}
