import { DAY } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import type { ComplaintCode } from './codes.ts'

/** Ours: a paper in a drawer is found again within a season; later the window prints another. */
const CODE_DAYS = 90
/** Wrong codes in a day, of one person and for one complaint: copied wrongly twice it still works, guessed it never does. */
export const TRIES = { person: 5, complaint: 20 } as const
/** Papers of one complaint: more is no help to anybody. */
export const MOST_PAPERS = 20

export interface Paper {
  readonly digest: string
  /** ISO instant. */
  readonly expiresAt: string
}

export interface FiledAtWindow {
  /** Only the last one's code holds. */
  readonly papers: readonly Paper[]
  readonly claimed?: object | undefined
}

export const codeUntil = (now: Date): Date => new Date(now.getTime() + CODE_DAYS * DAY)

/** Its code, where it holds for somebody still. */
export const paperOf = ({ papers, claimed }: FiledAtWindow): Paper | undefined =>
  claimed === undefined ? papers[papers.length - 1] : undefined

/**
 * Whoever brings the code of the last paper becomes the filer, once. What a wrong code is answered says nothing of
 * whether there is such a complaint.
 */
export function claimable(
  window: FiledAtWindow | undefined,
  digest: string,
  roles: readonly Role[],
  now: Date,
): Decision<FiledAtWindow, ComplaintCode> {
  // Who hands out the papers knows their codes.
  if (can(roles, 'complaint:window')) return refuse('complaints.claim_by_office')
  const paper = window?.papers.find((one) => one.digest === digest)
  if (!window || !paper) return refuse('complaints.claim_wrong')
  if (window.claimed !== undefined) return refuse('complaints.claim_used')
  if (paper !== paperOf(window)) return refuse('complaints.claim_replaced')
  return Date.parse(paper.expiresAt) > now.getTime()
    ? accept(window)
    : refuse('complaints.claim_expired')
}

/** A paper more, in place of the former. */
export function reprintable(
  window: FiledAtWindow | undefined,
): Decision<FiledAtWindow, ComplaintCode> {
  if (!window) return refuse('complaints.not_at_window')
  if (window.claimed !== undefined) return refuse('complaints.claim_used')
  return window.papers.length < MOST_PAPERS
    ? accept(window)
    : refuse('complaints.too_many_receipts', { most: MOST_PAPERS })
}
