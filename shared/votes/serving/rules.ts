import { dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { stateAt, type Life } from '../rules/life.ts'
import type { VoteState } from '../terms.ts'
import { STATE_NAMES } from '../words.ts'
import type { ServingProof, ServingWay } from './serving.ts'

interface Noticed extends Life {
  readonly noticedAt?: string | undefined
  readonly countedAt?: string | undefined
}

const WHILE: readonly VoteState[] = ['noticed', 'open', 'closed']

/** From the notice until the count: what is entered later changes nothing any more, so it is not taken. */
export function isTimeToServe(
  vote: Noticed,
  now: Date,
): Decision<VoteState, 'votes.wrong_state' | 'votes.serving_over'> {
  const state = stateAt(vote, now)
  if (vote.countedAt !== undefined) return refuse('votes.serving_over')
  if (WHILE.includes(state)) return accept(state)
  return refuse('votes.wrong_state', { state: STATE_NAMES[state], act: '登记送达' })
}

/** Only what reached the home between notice and close served it; the app records itself just then. */
export function servedInTime(
  day: string,
  { noticedAt, closesAt }: Noticed,
  now: Date,
): Decision<
  string,
  'votes.served_before_notice' | 'votes.served_after_close' | 'votes.served_later'
> {
  if (day > dayOf(now)) return refuse('votes.served_later')
  if (noticedAt === undefined || day < dayOf(new Date(noticedAt))) {
    return refuse('votes.served_before_notice')
  }
  if (closesAt !== undefined && day > dayOf(new Date(closesAt))) {
    return refuse('votes.served_after_close')
  }
  return accept(day)
}

/** Two people saw it, and not the committee alone, whose vote it is. */
export function isWitnessed(
  proof: ServingProof,
): Decision<ServingProof, 'votes.one_witness' | 'votes.witnesses_all_committee'> {
  if (proof.way !== 'paper') return accept(proof)
  const [first, second] = proof.witnesses
  if (first.name.trim() === second.name.trim()) return refuse('votes.one_witness')
  return first.office === 'committee' && second.office === 'committee'
    ? refuse('votes.witnesses_all_committee')
    : accept(proof)
}

/** Which ways prove service is data of the rules: 珠海 takes a login to the official system for it. */
export const provesService = (
  way: ServingWay,
  { servedBy }: Pick<RuleValues, 'servedBy'>,
): boolean => servedBy.includes(way)

/** `3-2-801` stands in 3; a parking space in none. */
export function buildingOf(unit: string): string {
  const end = unit.indexOf('-')
  return end === -1 ? '' : unit.slice(0, end)
}
