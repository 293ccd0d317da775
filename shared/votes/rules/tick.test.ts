import * as fc from 'fast-check'
import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import type { VoteState } from '../terms.ts'
import { DEMO } from '../profiles/demo.ts'
import { valuesOf } from '../profiles/profile.ts'
import { isOpenToVoters } from './casting.ts'
import { canCancel, canFreezeRoll, canGiveNotice } from './conducting.ts'
import { isSettled, stateAt, type Life } from './life.ts'
import { fitsNotice } from './notice.ts'
import { nextWake, tick } from './tick.ts'

const OPENS = '2026-03-20T00:00:00.000Z'
const CLOSES = '2026-03-25T10:00:00.000Z'
const at = (instant: string) => new Date(instant)
const life = (state: VoteState): Life => ({ state, opensAt: OPENS, closesAt: CLOSES })

describe('the clock moves a vote', () => {
  test.each([
    ['noticed', '2026-03-19T23:59:59.999Z', 'noticed', [], false],
    ['noticed', OPENS, 'open', ['open'], false],
    ['open', CLOSES, 'open', [], false],
    ['open', '2026-03-25T10:00:00.001Z', 'closed', ['closed'], false],
    ['closed', '2026-03-25T10:00:59.999Z', 'closed', [], false],
    ['closed', '2026-03-25T10:01:00.000Z', 'closed', [], true],
    // A day of downtime over opening and closing.
    ['noticed', '2026-03-27T00:00:00.000Z', 'closed', ['open', 'closed'], true],
    ['draft', '2027-01-01T00:00:00.000Z', 'draft', [], false],
    ['cancelled', '2027-01-01T00:00:00.000Z', 'cancelled', [], false],
    ['counted', '2027-01-01T00:00:00.000Z', 'counted', [], false],
  ] as const)('%s at %s is %s', (state, now, becomes, steps, countIsDue) => {
    const moved = tick(life(state), at(now))
    expect(moved.state).toBe(becomes)
    expect(moved.steps.map(({ to }) => to)).toEqual(steps)
    expect(moved.countIsDue).toBe(countIsDue)
  })

  test('each step took effect at its own instant, however late it is noted', () => {
    expect(tick(life('noticed'), at('2026-04-01T00:00:00Z')).steps).toEqual([
      { to: 'open', at: OPENS },
      { to: 'closed', at: CLOSES },
    ])
  })

  test.each([
    ['noticed', OPENS],
    ['open', '2026-03-25T10:00:00.001Z'],
    ['closed', '2026-03-25T10:01:00.000Z'],
    ['draft', undefined],
    ['roll_frozen', undefined],
    ['counted', undefined],
    ['cancelled', undefined],
  ] as const)('%s wakes at %s', (state, wakes) => {
    expect(nextWake(life(state))?.toISOString()).toBe(wakes)
  })
})

/** Whatever the label says, the clock decides. */
test.each([
  ['noticed', '2026-03-19T23:59:59.999Z', 'noticed'],
  ['noticed', OPENS, 'open'],
  ['noticed', CLOSES, 'open'],
  ['noticed', '2026-03-25T10:00:00.001Z', 'closed'],
  ['open', '2026-03-25T10:00:00.001Z', 'closed'],
  ['roll_frozen', '2026-03-26T00:00:00.000Z', 'roll_frozen'],
  ['cancelled', CLOSES, 'cancelled'],
] as const)('labelled %s at %s it is %s', (state, now, is) => {
  expect(stateAt(life(state), at(now))).toBe(is)
})

const ORDER: readonly VoteState[] = [
  'draft',
  'roll_frozen',
  'noticed',
  'open',
  'closed',
  'counted',
  'cancelled',
]
const START = Date.parse('2026-03-01T00:00:00Z')
const rules = valuesOf(DEMO)

interface Trial {
  life: Life
  now: number
  counted: number
  castAt: number[]
}

type Move = (trial: Trial) => void
const become = (trial: Trial, state: VoteState) => (trial.life = { ...trial.life, state })

const MOVES: Record<string, Move> = {
  freezeRoll: (t) => {
    if (canFreezeRoll(t.life, new Date(t.now)).ok) become(t, 'roll_frozen')
  },
  giveNotice: (t) => {
    const now = new Date(t.now)
    const window = {
      opensAt: new Date(t.now + 15 * DAY).toISOString(),
      closesAt: new Date(t.now + 18 * DAY).toISOString(),
    }
    if (!canGiveNotice(t.life, now).ok) return
    const fits = fitsNotice(window, rules, now)
    if (fits.ok) t.life = { state: 'noticed', ...fits.value }
  },
  cancel: (t) => {
    if (canCancel(t.life, new Date(t.now)).ok) become(t, 'cancelled')
  },
  cast: (t) => {
    if (isOpenToVoters(t.life, new Date(t.now)).ok) t.castAt.push(t.now)
  },
  sweep: (t) => {
    const moved = tick(t.life, new Date(t.now))
    become(t, moved.state)
    if (!moved.countIsDue) return
    become(t, 'counted')
    t.counted += 1
  },
}

const step = fc.record({
  move: fc.constantFrom(...Object.keys(MOVES)),
  passes: fc.oneof(
    fc.integer({ min: 0, max: MINUTE }),
    fc.integer({ min: 0, max: 5 * DAY }),
    fc.constant(15 * DAY),
  ),
})
// The way to a count, with anything in between: random steps alone hardly ever arrive there.
const path = (middle: readonly { move: string; passes: number }[]) => [
  { move: 'freezeRoll', passes: 0 },
  { move: 'giveNotice', passes: 0 },
  ...middle,
]

test('no order of operations takes a vote back, counts it early or twice, or takes a ballot outside its window', () => {
  const seen = new Set<VoteState>()
  const arrays = fc.array(step, { maxLength: 25 })
  fc.assert(
    fc.property(fc.oneof(arrays, arrays.map(path)), (steps) => {
      const t: Trial = { life: { state: 'draft' }, now: START, counted: 0, castAt: [] }
      for (const { move, passes } of steps) {
        const [stored, shown] = [t.life.state, stateAt(t.life, new Date(t.now))]
        t.now += passes
        MOVES[move]?.(t)
        const now = new Date(t.now)
        seen.add(stateAt(t.life, now))
        expect(ORDER.indexOf(t.life.state)).toBeGreaterThanOrEqual(ORDER.indexOf(stored))
        expect(ORDER.indexOf(stateAt(t.life, now))).toBeGreaterThanOrEqual(ORDER.indexOf(shown))
        if (t.life.state === 'counted') expect(isSettled(t.life, now)).toBe(true)
      }
      expect(t.counted).toBeLessThanOrEqual(1)
      for (const cast of t.castAt) {
        expect(cast).toBeGreaterThanOrEqual(Date.parse(t.life.opensAt ?? ''))
        expect(cast).toBeLessThanOrEqual(Date.parse(t.life.closesAt ?? ''))
      }
    }),
    { numRuns: 500 },
  )
  expect([...seen].sort()).toEqual([...ORDER].sort())
})
