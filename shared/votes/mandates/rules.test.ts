import type { VoteState } from '../terms.ts'
import type { MandateState } from './mandate.ts'
import {
  canAccept,
  canActOn,
  canEnd,
  canGive,
  isTimeForMandates,
  isWithinCap,
  mandateState,
  mayBeAgent,
  saysAsTold,
  statedOpinion,
  type Agent,
  type MandateLife,
} from './rules.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const offered: MandateLife = { way: 'app', principal: 'k-zhang' }
const accepted: MandateLife = { ...offered, accepted: { agent: 'fang' } }
const used: MandateLife = { ...accepted, usedAt: NOW.toISOString() }
const ended: MandateLife = { ...accepted, ended: {} }
const recorded: MandateLife = { ...offered, way: 'paper' }

const codeOf = (decision: { readonly ok: boolean; readonly code?: string }) =>
  decision.ok ? 'ok' : decision.code

describe('the life of a mandate', () => {
  test.each<[MandateState, MandateLife, string, string, string]>([
    ['recorded', recorded, 'votes.mandate_unconfirmed', 'ok', 'votes.no_written_proxy'],
    ['offered', { ...recorded, confirmed: {} }, 'ok', 'ok', 'votes.no_written_proxy'],
    ['offered', offered, 'ok', 'ok', 'votes.no_written_proxy'],
    ['accepted', accepted, 'ok', 'ok', 'ok'],
    ['used', used, 'ok', 'votes.mandate_used', 'ok'],
    ['ended', ended, 'votes.mandate_ended', 'votes.mandate_ended', 'votes.mandate_ended'],
  ])('%s: accepting, ending, acting', (state, mandate, toAccept, toEnd, toAct) => {
    expect(mandateState(mandate)).toBe(state)
    expect(codeOf(canAccept(mandate, 'fang'))).toBe(toAccept)
    expect(codeOf(canEnd(mandate))).toBe(toEnd)
    expect(codeOf(canActOn(mandate, 'fang'))).toBe(toAct)
  })

  test('another than who accepted it neither accepts nor acts', () => {
    expect(codeOf(canAccept(accepted, 'wu'))).toBe('votes.mandate_taken')
    expect(codeOf(canActOn(accepted, 'wu'))).toBe('votes.no_written_proxy')
    expect(codeOf(canActOn(undefined, 'wu'))).toBe('votes.no_written_proxy')
  })

  test.each<[VoteState, string]>([
    ['draft', 'votes.no_roll_yet'],
    ['roll_published', 'votes.no_roll_yet'],
    ['roll_frozen', 'ok'],
    ['noticed', 'ok'],
    ['open', 'ok'],
    ['closed', 'votes.wrong_state'],
    ['cancelled', 'votes.wrong_state'],
    ['final', 'votes.wrong_state'],
  ])('while %s: %s', (state, code) => {
    expect(codeOf(isTimeForMandates({ state }, NOW))).toBe(code)
  })
})

test('one at a time for a head, none where the owner has spoken, and not without end', () => {
  expect(codeOf(canGive([ended, ended], 0))).toBe('ok')
  expect(codeOf(canGive([ended, offered], 0))).toBe('votes.mandate_given_already')
  expect(codeOf(canGive([], 1))).toBe('votes.mandate_not_needed')
  expect(codeOf(canGive(Array<MandateLife>(20).fill(ended), 0))).toBe('votes.mandates_too_many')
})

test.each<[readonly string[], string, number | null, string]>([
  [[], 'a', 1, 'ok'],
  [['a'], 'b', 1, 'votes.agent_full'],
  [['a'], 'a', 1, 'ok'],
  [['a', 'b'], 'c', 3, 'ok'],
  [['a', 'b', 'c'], 'd', 3, 'votes.agent_full'],
  [['a', 'b', 'c'], 'd', null, 'ok'],
])('an agent of %j takes on %s where %s are the most: %s', (held, next, cap, code) => {
  expect(codeOf(isWithinCap(held, next, cap))).toBe(code)
})

describe('who may be an agent', () => {
  const agent: Agent = { id: 'x', roles: [], isOwnVoice: false, isRecorder: false, name: '王芳' }
  const rules = { proxyExcluded: ['property_staff' as const] }
  test.each<[string, Partial<Agent>, string]>([
    ['anybody who was named', {}, 'ok'],
    ['whose name nobody knows', { name: '' }, 'ok'],
    ['somebody else', { name: '王方' }, 'votes.mandate_names_other'],
    ['property staff', { roles: ['owner', 'property'] }, 'votes.agent_is_property'],
    ['their manager', { roles: ['manager'] }, 'votes.agent_is_property'],
    ['the company', { roles: ['company'] }, 'votes.agent_is_property'],
    ['the committee', { roles: ['committee'] }, 'ok'],
    ['who casts for it anyway', { isOwnVoice: true }, 'votes.agent_votes_anyway'],
    ['who took the paper in', { isRecorder: true }, 'votes.agent_took_it_in'],
  ])('%s: %s', (_name, rest, code) => {
    expect(codeOf(mayBeAgent({ ...agent, ...rest }, '王芳', rules))).toBe(code)
  })

  test('where the rules exclude nobody, staff may be', () => {
    const staff: Agent = { ...agent, roles: ['property'] }
    expect(codeOf(mayBeAgent(staff, '王芳', { proxyExcluded: [] }))).toBe('ok')
  })
})

describe('what the principal wants said', () => {
  const FOR = { item: 1, choice: 'for' } as const
  const AGAINST = { item: 2, choice: 'against' } as const
  test('some items, or all of them where the rules ask for it', () => {
    expect(statedOpinion(2, [AGAINST, FOR], 'required')).toEqual({
      ok: true,
      value: [FOR, AGAINST],
    })
    expect(codeOf(statedOpinion(2, [FOR], 'optional'))).toBe('ok')
    expect(codeOf(statedOpinion(2, [FOR], 'required'))).toBe('votes.mandate_needs_opinion')
    expect(codeOf(statedOpinion(1, [AGAINST], 'optional'))).toBe('votes.item_unknown')
    expect(codeOf(statedOpinion(2, [FOR, FOR], 'optional'))).toBe('votes.item_twice')
  })

  test('binds the agent item by item, and on no other', () => {
    expect(codeOf(saysAsTold([AGAINST], ['abstain', 'against']))).toBe('ok')
    expect(saysAsTold([FOR, AGAINST], ['for', 'abstain'])).toMatchObject({
      code: 'votes.mandate_says_otherwise',
      params: { item: 2, choice: '反对' },
    })
  })
})
