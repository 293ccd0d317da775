import type { ItemChoice } from '../contract.ts'
import {
  answersEveryItem,
  canCastAgain,
  canSpeakFor,
  isInTimeToWrite,
  isOpenToVoters,
} from './casting.ts'
import { isOnTheRoll, selvesOf, standingOf } from './standing.ts'

const OPENS = '2026-03-20T00:00:00.000Z'
const CLOSES = '2026-03-25T10:00:00.000Z'
const codeOf = (decision: { ok: boolean; code?: string }) => decision.code ?? 'ok'

test.each([
  ['draft', CLOSES, 'votes.no_notice_yet'],
  ['roll_frozen', CLOSES, 'votes.no_notice_yet'],
  ['noticed', '2026-03-19T23:59:59.999Z', 'votes.not_open_yet'],
  // The sweep that would have said "open" or "closed" is late.
  ['noticed', OPENS, 'ok'],
  ['noticed', CLOSES, 'ok'],
  ['noticed', '2026-03-25T10:00:00.001Z', 'votes.closed'],
  ['open', CLOSES, 'ok'],
  ['open', '2026-03-25T10:00:01.000Z', 'votes.closed'],
  ['closed', CLOSES, 'votes.closed'],
  ['counted', '2026-04-01T00:00:00.000Z', 'votes.closed'],
  ['cancelled', OPENS, 'votes.cancelled'],
] as const)('a cast while %s at %s: %s', (state, now, expected) => {
  const life = { state, opensAt: OPENS, closesAt: CLOSES }
  expect(codeOf(isOpenToVoters(life, new Date(now)))).toBe(expected)
})

test('the refusals say when', () => {
  const life = { state: 'noticed', opensAt: OPENS, closesAt: CLOSES } as const
  expect(isOpenToVoters(life, new Date('2026-03-19T00:00:00Z'))).toMatchObject({
    params: { time: '3 月 20 日（周五）08:00' },
  })
  expect(isOpenToVoters(life, new Date('2026-03-26T00:00:00Z'))).toMatchObject({
    params: { time: '3 月 25 日（周三）18:00' },
  })
})

describe('who speaks for a head', () => {
  const nameOf = (owner: string) => `${owner}*`
  const alone = { owners: ['a'], isDeveloper: false }
  const couple = { owners: ['h1', 'h2'], isDeveloper: false }
  const withRepresentative = { ...couple, representative: 'h1' }
  test.each([
    ['its owner', alone, ['a'], 'a'],
    ['either co-owner', couple, ['h2'], 'h2'],
    ['the representative', withRepresentative, ['h1'], 'h1'],
    ['somebody who is both co-owners on the register', withRepresentative, ['h2', 'h1'], 'h1'],
    ['somebody else', alone, ['b'], 'votes.not_your_head'],
    ['nobody', alone, [], 'votes.not_your_head'],
    [
      'a co-owner beside the representative',
      withRepresentative,
      ['h2'],
      'votes.representative_votes',
    ],
    [
      'who is the developer',
      { owners: ['dev'], isDeveloper: true },
      ['dev'],
      'votes.developer_votes',
    ],
  ])('%s', (_, head, selves, expected) => {
    const decision = canSpeakFor(head, selves, nameOf)
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })

  test('the refusal names the representative', () => {
    expect(canSpeakFor(withRepresentative, ['h2'], nameOf)).toMatchObject({
      params: { name: 'h1*' },
    })
  })
})

describe('every item is answered once', () => {
  const answer = (item: number, choice: ItemChoice['choice'] = 'for'): ItemChoice => ({
    item,
    choice,
  })
  test.each([
    [[answer(1), answer(2, 'abstain')], 'ok'],
    [[answer(1)], 'votes.item_unanswered'],
    [[answer(2)], 'votes.item_unanswered'],
    [[answer(1), answer(2), answer(3)], 'votes.item_unknown'],
    [[answer(1), answer(2), answer(1)], 'votes.item_twice'],
    [[answer(1), answer(1)], 'votes.item_twice'],
  ])('%j: %s', (answers, expected) => {
    expect(codeOf(answersEveryItem(2, answers))).toBe(expected)
  })

  test('choices are kept in the order of the items', () => {
    const answers = [answer(2, 'against'), answer(1, 'abstain')]
    expect(answersEveryItem(2, answers)).toEqual({ ok: true, value: ['abstain', 'against'] })
  })
})

test.each([
  [0, 'FIRST_FINAL', 'ok'],
  [1, 'FIRST_FINAL', 'votes.already_cast'],
  [1, 'LAST_BEFORE_CLOSE', 'ok'],
  [49, 'LAST_BEFORE_CLOSE', 'ok'],
  [50, 'LAST_BEFORE_CLOSE', 'votes.changed_too_often'],
] as const)('after %i ballots under %s: %s', (earlier, revote, expected) => {
  expect(codeOf(canCastAgain(earlier, revote))).toBe(expected)
})

test.each([
  [10_000, 'ok'],
  [10_001, 'votes.too_slow'],
])('a cast %i ms old is written: %s', (age, expected) => {
  const arrived = new Date(OPENS)
  expect(codeOf(isInTimeToWrite(arrived, new Date(arrived.getTime() + age)))).toBe(expected)
})

describe('standing', () => {
  const home = (relation: 'owner' | 'co_owner' | 'tenant', owner?: string) => ({ relation, owner })

  test('an owner is known by the keys of homes owned, not of homes rented', () => {
    const homes = [
      home('owner', 'a'),
      home('co_owner', 'b'),
      home('owner', 'a'),
      home('tenant', 'c'),
    ]
    expect(selvesOf([...homes, home('owner')])).toEqual(['a', 'b'])
  })

  test.each([
    [1, [home('owner', 'a')], 'ok'],
    [0, [home('owner', 'a')], 'votes.not_on_roll'],
    [0, [{ ...home('owner'), standing: 'claimed' as const }], 'votes.not_verified_yet'],
    [0, [home('tenant'), home('owner')], 'votes.not_on_roll'],
    [0, [home('tenant')], 'votes.tenants_do_not_vote'],
    [0, [], 'votes.owners_only'],
  ])('%i heads, homes %j: %s', (heads, homes, expected) => {
    expect(codeOf(isOnTheRoll(heads, homes))).toBe(expected)
  })

  test.each([
    [0, 0, OPENS, 'not_entitled'],
    [2, 0, '2026-03-19T00:00:00Z', 'not_open'],
    [2, 1, OPENS, 'may_cast'],
    [2, 2, OPENS, 'cast'],
    [2, 1, '2026-03-26T00:00:00Z', 'not_open'],
  ])('%i heads, %i cast, at %s: %s', (mine, cast, now, expected) => {
    const life = { state: 'noticed', opensAt: OPENS, closesAt: CLOSES } as const
    expect(standingOf(life, mine, cast, new Date(now))).toBe(expected)
  })
})
