import { DAY } from '#shared/kernel/calendar.ts'
import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import type { NoticeCard } from '#shared/notices/contract.ts'
import { isOver } from '#shared/votes/rules/life.ts'
import type { VoteCard } from '#shared/votes/contract.ts'

/** Lines of a block: home is read at one glance. */
export const MOST = 3
const MOVED_WITHIN = 14 * DAY

const before = (a: boolean, b: boolean): number => Number(b) - Number(a)

/** Open votes, those that wait for this person first, then the one that closes first. */
export const openVotes = (cards: readonly VoteCard[]): readonly VoteCard[] =>
  cards
    .filter(({ state }) => state === 'open')
    .sort(
      (a, b) =>
        before(a.standing === 'may_cast', b.standing === 'may_cast') ||
        (a.closesAt ?? '').localeCompare(b.closesAt ?? ''),
    )

/** What waits for its filer, however long; else what moved within two weeks and is not closed. */
export const movedComplaints = (
  cards: readonly ComplaintCard[],
  now: Date,
): readonly ComplaintCard[] =>
  cards
    .filter(
      ({ state, changedAt }) =>
        state === 'resolved' ||
        (!isClosed(state) && now.getTime() - Date.parse(changedAt) <= MOVED_WITHIN),
    )
    .sort(
      (a, b) =>
        before(a.state === 'resolved', b.state === 'resolved') ||
        b.changedAt.localeCompare(a.changedAt),
    )

/** Current notices not yet read, pinned ones first; the list is latest first. */
export const unreadNotices = (cards: readonly NoticeCard[]): readonly NoticeCard[] =>
  cards.filter(({ read, expired }) => !read && !expired).sort((a, b) => before(a.pinned, b.pinned))

interface Cards<T> {
  readonly items: readonly T[]
}
type Known = readonly [
  votes: Cards<VoteCard> | undefined,
  complaints: Cards<ComplaintCard> | undefined,
  notices: Cards<NoticeCard> | undefined,
  bills: { readonly dueFen: number } | undefined,
]

/** Whether it is certain that nothing concerns a resident now: all was answered, and there is nothing. */
export const isQuiet = ([votes, complaints, notices, bills]: Known, now: Date): boolean =>
  [
    votes && openVotes(votes.items),
    complaints && movedComplaints(complaints.items, now),
    notices && unreadNotices(notices.items),
  ].every((found) => found?.length === 0) && bills?.dueFen === 0

/** What the committee has begun and not ended. */
export const votesInHand = (cards: readonly VoteCard[]): readonly VoteCard[] =>
  cards.filter((card) => !isOver(card))

/** `3 件`, or `30 件以上` where there is another page. */
export const countWords = ({
  items,
  cursor,
}: {
  readonly items: readonly unknown[]
  readonly cursor?: string | undefined
}): string => `${items.length} 件${cursor === undefined ? '' : '以上'}`
