import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { stateAt, type Life } from '../rules/life.ts'
import type { Choice, ItemChoice, VoteState } from '../terms.ts'
import { CHOICE_NAMES, STATE_NAMES } from '../words.ts'
import type { MandateState, MandateWay } from './mandate.ts'

/** A mandate as far as its life goes. Principals by their keys on the register. */
export interface MandateLife {
  readonly way: MandateWay
  readonly principal: string
  /** A second person has looked at the paper. */
  readonly confirmed?: object | undefined
  readonly accepted?: { readonly agent: string } | undefined
  readonly usedAt?: string | undefined
  readonly ended?: object | undefined
}

export const isLive = ({ ended }: MandateLife): boolean => ended === undefined

export function mandateState(mandate: MandateLife): MandateState {
  if (!isLive(mandate)) return 'ended'
  if (mandate.usedAt !== undefined) return 'used'
  if (mandate.accepted) return 'accepted'
  return mandate.way === 'paper' && !mandate.confirmed ? 'recorded' : 'offered'
}

const WHILE: readonly VoteState[] = ['roll_frozen', 'noticed', 'open']

/** From when it is known who speaks for whom, to the close. */
export function isTimeForMandates(
  life: Life,
  now: Date,
): Decision<VoteState, 'votes.wrong_state' | 'votes.no_roll_yet'> {
  const state = stateAt(life, now)
  if (WHILE.includes(state)) return accept(state)
  if (state === 'draft' || state === 'roll_published') return refuse('votes.no_roll_yet')
  return refuse('votes.wrong_state', { state: STATE_NAMES[state], act: '办理委托' })
}

/** Far more than anybody changes their mind: an item of the store holds them all. */
const MANDATES_AT_MOST = 20

/** Whether a head that has had these may get another: one agent at a time, and none where the owner has spoken. */
export function canGive(
  earlier: readonly MandateLife[],
  ownBallots: number,
): Decision<
  'give',
  'votes.mandate_given_already' | 'votes.mandate_not_needed' | 'votes.mandates_too_many'
> {
  if (ownBallots > 0) return refuse('votes.mandate_not_needed')
  if (earlier.some(isLive)) return refuse('votes.mandate_given_already')
  if (earlier.length >= MANDATES_AT_MOST) {
    return refuse('votes.mandates_too_many', { most: MANDATES_AT_MOST })
  }
  return accept('give')
}

/** What the principal wants said, item by item; where the rules ask for it, on every item. */
export function statedOpinion(
  items: number,
  stated: readonly ItemChoice[],
  opinion: RuleValues['proxyOpinion'],
): Decision<
  readonly ItemChoice[],
  'votes.item_unknown' | 'votes.item_twice' | 'votes.mandate_needs_opinion'
> {
  const seen = new Set<number>()
  for (const { item } of stated) {
    if (item > items) return refuse('votes.item_unknown', { item })
    if (seen.has(item)) return refuse('votes.item_twice', { item })
    seen.add(item)
  }
  if (opinion === 'required' && seen.size < items) return refuse('votes.mandate_needs_opinion')
  return accept([...stated].sort((a, b) => a.item - b.item))
}

/** Who wants to act for somebody. */
export interface Agent {
  readonly id: string
  readonly roles: readonly Role[]
  /** Whether the head is theirs to cast for anyway. */
  readonly isOwnVoice: boolean
  /** Whether it was they who took the paper in, or looked at it. */
  readonly isRecorder: boolean
  /** In full; empty where nobody knows it. */
  readonly name: string
}

const PROPERTY: readonly Role[] = ['property', 'manager', 'company']

/** The provider has an interest in most matters: 舟山 and others forbid it. */
export const isExcluded = (
  roles: readonly Role[],
  { proxyExcluded }: Pick<RuleValues, 'proxyExcluded'>,
): boolean =>
  proxyExcluded.includes('property_staff') && roles.some((role) => PROPERTY.includes(role))

type NotThem =
  | 'votes.agent_is_property'
  | 'votes.agent_votes_anyway'
  | 'votes.agent_took_it_in'
  | 'votes.mandate_names_other'

export function mayBeAgent(
  agent: Agent,
  named: string,
  rules: Pick<RuleValues, 'proxyExcluded'>,
): Decision<'agent', NotThem> {
  if (isExcluded(agent.roles, rules)) return refuse('votes.agent_is_property')
  if (agent.isOwnVoice) return refuse('votes.agent_votes_anyway')
  if (agent.isRecorder) return refuse('votes.agent_took_it_in')
  // A code that got into other hands opens nothing: whose name is known must be who was named.
  if (agent.name !== '' && agent.name !== named) return refuse('votes.mandate_names_other')
  return accept('agent')
}

type NotAcceptable = 'votes.mandate_unconfirmed' | 'votes.mandate_taken' | 'votes.mandate_ended'

/** Again by the same agent changes nothing. */
export function canAccept(
  mandate: MandateLife,
  agent: string,
): Decision<'accept' | 'done', NotAcceptable> {
  switch (mandateState(mandate)) {
    case 'ended':
      return refuse('votes.mandate_ended')
    case 'recorded':
      return refuse('votes.mandate_unconfirmed')
    case 'offered':
      return accept('accept')
    case 'accepted':
    case 'used':
      return mandate.accepted?.agent === agent ? accept('done') : refuse('votes.mandate_taken')
  }
}

/** An agent speaks for so many owners at most, a local rule: 潍坊 3. For one of them twice is once. */
export function isWithinCap(
  principals: readonly string[],
  next: string,
  cap: RuleValues['proxyCap'],
): Decision<'within', 'votes.agent_full'> {
  const all = new Set([...principals, next])
  return cap !== null && all.size > cap
    ? refuse('votes.agent_full', { most: cap })
    : accept('within')
}

/** Revocable until cast; from then on only the owner's own ballot takes its place. */
export function canEnd(
  mandate: MandateLife,
): Decision<'end', 'votes.mandate_used' | 'votes.mandate_ended'> {
  const state = mandateState(mandate)
  if (state === 'ended') return refuse('votes.mandate_ended')
  return state === 'used' ? refuse('votes.mandate_used') : accept('end')
}

/** 物业管理条例 art. 12 ¶2: only in writing, and taken on. */
export function canActOn(
  mandate: MandateLife | undefined,
  agent: string,
): Decision<'cast', 'votes.no_written_proxy' | 'votes.mandate_ended'> {
  if (mandate?.accepted?.agent !== agent) return refuse('votes.no_written_proxy')
  return isLive(mandate) ? accept('cast') : refuse('votes.mandate_ended')
}

/** 上海: an agent votes as the principal said. */
export function saysAsTold(
  stated: readonly ItemChoice[],
  choices: readonly Choice[],
): Decision<'as told', 'votes.mandate_says_otherwise'> {
  const other = stated.find(({ item, choice }) => choices[item - 1] !== choice)
  return other
    ? refuse('votes.mandate_says_otherwise', {
        item: other.item,
        choice: CHOICE_NAMES[other.choice],
      })
    : accept('as told')
}
