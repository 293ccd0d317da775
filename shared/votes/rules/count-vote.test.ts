import { NATIONAL } from '../profiles/national.ts'
import { valuesOf } from '../profiles/profile.ts'
import { accept } from '#shared/kernel/decision.ts'
import type { Choice } from '../terms.ts'
import type { Head } from '../counting/heads.ts'
import { rollOf } from '../counting/roll.ts'
import { countVote, type AnsweredBallot } from './count-vote.ts'

const CLOSES = Date.parse('2026-03-25T10:00:00Z')
const head = (...owners: string[]): Head => ({
  key: owners.join('+'),
  owners,
  units: [`u-${owners.join('-')}`],
  areaCenti: 10_000,
  representative: undefined,
})
const HEADS = [head('a'), head('b'), head('h1', 'h2'), head('c')]
const ballot = (by: string, units: readonly string[], ...choices: Choice[]): AnsweredBallot => ({
  by,
  onBehalfOf: null,
  units,
  channel: 'electronic',
  signed: true,
  at: CLOSES - 1_000,
  choices,
})

function count(ballots: readonly AnsweredBallot[]) {
  const roll = rollOf(HEADS)
  if (!roll.ok) throw new Error(roll.code)
  expect(roll).toEqual(accept(roll.value))
  return countVote(
    roll.value,
    { ballots, proxies: [], served: new Set() },
    [{ class: 'ordinary' }, { class: 'special' }],
    { ...valuesOf(NATIONAL), silent: 'NOT_PARTICIPATING', closesAt: CLOSES },
  )
}

test('each item is counted by its own answers and its own class', () => {
  const { items } = count([
    ballot('a', ['u-a'], 'for', 'for'),
    ballot('b', ['u-b'], 'for', 'against'),
    ballot('c', ['u-c'], 'against', 'for'),
  ])
  expect(
    items.map(({ tally }) => [tally.forHeads, tally.participatingHeads, tally.result]),
  ).toEqual([
    [2, 3, 'PASSED'],
    [2, 3, 'REJECTED'],
  ])
})

test('co-owners who differ on one item void their head for that item, and it is counted as void once', () => {
  const { items, voidHeads } = count([
    ballot('h1', ['u-h1-h2'], 'for', 'for'),
    ballot('h2', ['u-h1-h2'], 'for', 'against'),
    ballot('a', ['u-a'], 'for', 'for'),
  ])
  expect(items.map((item) => [item.tally.participatingHeads, item.void.heads])).toEqual([
    [2, 0],
    [1, 1],
  ])
  expect(voidHeads).toBe(1)
})

test('nothing in the box is a count as well', () => {
  const { items, voidHeads } = count([])
  expect(items.map(({ tally }) => tally.result)).toEqual(['NO_QUORUM', 'NO_QUORUM'])
  expect(voidHeads).toBe(0)
})
