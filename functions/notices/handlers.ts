import type { notices, Notice, NoticeCard } from '#shared/notices/contract.ts'
import { isExpired } from '#shared/notices/rules.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { publish, publishCorrection } from './publish.ts'
import { noticesIn, type Notices } from './repository.ts'
import { cardOf, type FoundNotice, type StoredCard } from './stored.ts'

const PAGE = 20

export const noticeFeature: Feature<typeof notices, Notices> = {
  open: ({ table }, scope) => {
    if (!scope) throw new Error('a notice belongs to a community')
    return noticesIn(table, scope)
  },
  handlers: {
    publish: async (input, call) => show(await publish(input, call), call),

    correct: async (input, call) => show(await publishCorrection(input, call), call),

    async list({ limit = PAGE, cursor }, { repository, person, now }) {
      const page = await repository.list({ limit, cursor })
      const read = await repository.readAmong(page.items, person)
      return { ...page, items: page.items.map((card) => shown(card, read.has(card.notice), now)) }
    },

    get: async ({ notice }, call) => show(await found(notice, call), call),

    async read({ notice }, call) {
      await call.repository.markRead(await found(notice, call), call.person, call.now)
      return { read: true }
    },
  },
}

async function found(notice: string, { repository }: Call<Notices>): Promise<FoundNotice> {
  const there = await repository.find(notice)
  if (!there) throw new RefusedError('notices.not_found')
  return there
}

async function show({ stored, reads }: FoundNotice, call: Call<Notices>): Promise<Notice> {
  const read = await call.repository.hasRead(stored.notice, call.person)
  return {
    ...shown(cardOf(stored), read, call.now),
    editions: [...stored.editions].reverse(),
    reads,
  }
}

/** Past its validity a notice stays readable, and is pinned no more. */
function shown(card: StoredCard, read: boolean, now: Date): NoticeCard {
  const expired = isExpired(card.validUntil, now)
  return { ...card, pinned: card.pinned && !expired, expired, read }
}
