import { addDays, dayOf, formatTime, startOfDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Sum } from '../counting/sum.ts'
import { leastThatReaches } from '../counting/thresholds.ts'
import type { Share } from '../profiles/profile.ts'
import { canSpeakFor, type Voice } from '../rules/casting.ts'
import { petitionOf } from '../rules/petition.ts'
import { isOnTheRoll, type HomeOfVoter } from '../rules/standing.ts'
import type { PetitionState, PetitionSupport } from './petition.ts'

/** 00:00 in Shanghai after the last day on which owners join. */
export const openUntil = (startedAt: Date, days: number): Date =>
  startOfDay(addDays(dayOf(startedAt), days + 1))

export interface PetitionLife {
  readonly until: string
  readonly reachedAt?: string | undefined
  /** Somebody has joined whom no count has seen. */
  readonly isCounting: boolean
}

/** Who joined in time is counted before it is called too few. */
export function petitionState(
  { until, reachedAt, isCounting }: PetitionLife,
  now: Date,
): PetitionState {
  if (reachedAt !== undefined) return 'reached'
  return isCounting || now.getTime() < Date.parse(until) ? 'open' : 'lapsed'
}

/** Who joins once it is enough makes it more: an owner who has sold since no longer counts. */
export function canJoin(
  { until, reachedAt }: PetitionLife,
  now: Date,
): Decision<'join', 'votes.petition_over'> {
  if (reachedAt !== undefined || now.getTime() < Date.parse(until)) return accept('join')
  return refuse('votes.petition_over', { time: formatTime(new Date(until), now) })
}

/** From then on the committee has to call the assembly, and rests on who stood behind it: 物业管理条例 art. 13. */
export const canLeave = ({
  reachedAt,
}: PetitionLife): Decision<'leave', 'votes.petition_reached'> =>
  reachedAt === undefined ? accept('leave') : refuse('votes.petition_reached')

/** On both axes, with the least that is enough; of an empty register nothing is. */
export function supportOf(
  signed: Sum,
  total: Sum,
  share: Share,
  asOf: string,
): PetitionSupport & { readonly mustBeCalled: boolean } {
  const threshold = { ...share, strict: false }
  return {
    asOf,
    totalHeads: total.heads,
    totalAreaCenti: total.areaCenti,
    neededHeads: leastThatReaches(threshold, total.heads),
    neededAreaCenti: leastThatReaches(threshold, total.areaCenti),
    ...petitionOf(signed, total, share),
  }
}

type NotYours =
  'votes.petition_not_your_head' | 'votes.petition_developer' | 'votes.petition_representative'

const HEAD_WORDS = {
  'votes.not_your_head': 'votes.petition_not_your_head',
  'votes.developer_votes': 'votes.petition_developer',
  'votes.representative_votes': 'votes.petition_representative',
} as const

/** As which owner: whoever would vote for a head asks for it too. */
export function canPetitionFor(
  head: Voice,
  selves: readonly string[],
  nameOf: (owner: string) => string,
): Decision<string, NotYours> {
  const decided = canSpeakFor(head, selves, nameOf)
  return decided.ok ? decided : refuse(HEAD_WORDS[decided.code], decided.params)
}

type NoOwner =
  'votes.petition_not_verified' | 'votes.petition_not_on_register' | 'votes.petition_owners_only'

const OWNER_WORDS = {
  'votes.not_verified_yet': 'votes.petition_not_verified',
  'votes.not_on_roll': 'votes.petition_not_on_register',
  'votes.outside_scope': 'votes.petition_not_on_register',
  'votes.tenants_do_not_vote': 'votes.petition_owners_only',
  'votes.owners_only': 'votes.petition_owners_only',
} as const

/** Why somebody without a head on the register has none. */
export function hasAHead(heads: number, homes: readonly HomeOfVoter[]): Decision<'owner', NoOwner> {
  const decided = isOnTheRoll(heads, homes)
  return decided.ok ? decided : refuse(OWNER_WORDS[decided.code])
}
