import { dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { NoticeCategory } from './contract.ts'
import type { noticeRefusals } from './refusals.ts'

export type NoticeCode = keyof typeof noticeRefusals

/** In whose name a notice is. */
export type Side = 'committee' | 'property'

/** A notice with all its editions of the longest text must fit the 400 KB of an item. */
export const MOST_EDITIONS = 8

/** The sides a person may publish for. */
export const sidesOf = (roles: readonly Role[]): readonly Side[] => {
  const sides: Side[] = []
  if (roles.some((role) => role === 'committee' || role === 'interim')) sides.push('committee')
  if (roles.some((role) => role === 'property' || role === 'manager')) sides.push('property')
  return sides
}

/** Two categories carry a side's name, and nobody else's notice may stand under it. */
export function sideFor(
  category: NoticeCategory,
  roles: readonly Role[],
): Decision<Side, NoticeCode> {
  const named = category === 'committee' || category === 'property' ? category : undefined
  const side = sidesOf(roles).find((one) => named === undefined || one === named)
  return side === undefined ? refuse('notices.category_not_yours') : accept(side)
}

/** The categories to offer a person who writes a notice. */
export const categoriesFor = (roles: readonly Role[]): NoticeCategory[] =>
  NoticeCategory.options.filter((category) => sideFor(category, roles).ok)

export const mayBeValidUntil = (
  day: string | undefined,
  now: Date,
): Decision<string | undefined, NoticeCode> =>
  day !== undefined && day < dayOf(now) ? refuse('notices.validity_past') : accept(day)

export interface Wording {
  readonly title: string
  readonly text: string
}

/** A correction says something else, and is its own side's. Accepted with the number of the new edition. */
export function correct(
  notice: { readonly side: Side; readonly editions: readonly Wording[] },
  wording: Wording,
  roles: readonly Role[],
): Decision<number, NoticeCode> {
  if (!sidesOf(roles).includes(notice.side)) return refuse('notices.not_yours')
  const latest = notice.editions[notice.editions.length - 1]
  if (latest?.title === wording.title && latest.text === wording.text) {
    return refuse('notices.unchanged')
  }
  const edition = notice.editions.length + 1
  return edition > MOST_EDITIONS
    ? refuse('notices.too_many_editions', { most: MOST_EDITIONS })
    : accept(edition)
}

/** Current to the end of its last day in Shanghai. */
export const isExpired = (validUntil: string | undefined, now: Date): boolean =>
  validUntil !== undefined && validUntil < dayOf(now)

/** What a notice's SHA-256 is taken of, in UTF-8. */
export const fingerprinted = ({ title, text }: Wording): string => `${title}\n${text}`
