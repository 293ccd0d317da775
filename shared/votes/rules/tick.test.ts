import * as fc from 'fast-check'
import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import { VoteState } from '../terms.ts'
import { DEMO } from '../profiles/demo.ts'
import { valuesOf } from '../profiles/profile.ts'
import { isOpenToVoters } from './casting.ts'
import { canConfirmCount, isConfirmed, type Confirmation } from './confirming.ts'
import { canAct, canFreezeRoll, canRedraft } from './conducting.ts'
import { isSettled, stateAt } from './life.ts'
import { fitsNotice } from './notice.ts'
import { untilOf } from './objections.ts'
import { nextWake, tick, type Timed } from './tick.ts'
import { TRANSITIONS, type VoteAct } from './transitions.ts'

const OPENS = '2026-03-20T00:00:00.000Z'
const CLOSES = '2026-03-25T10:00:00.000Z'
const at = (instant: string) => new Date(instant)
const life = (state: VoteState): Timed => ({
  ...{ state, mode: 'local_electronic', opensAt: OPENS, closesAt: CLOSES },
})

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

const START = Date.parse('2026-03-01T00:00:00Z')
const rules = valuesOf(DEMO)

interface Trial extends Timed {
  published?: { until: string }
  now: number
  counts: number
  castAt: number[]
  confirmations: Confirmation[]
  objections: number
}

type Move = (trial: Trial) => void
const may = (act: VoteAct, t: Trial): boolean => canAct(act, t, new Date(t.now)).ok
const become = (t: Trial, rest: Partial<Trial>): Trial => Object.assign(t, rest)

const MOVES: Record<string, Move> = {
  publishRoll: (t) => {
    if (!may('publishRoll', t)) return
    const until = untilOf(new Date(t.now), rules.rollObjectionDays).toISOString()
    become(t, { state: 'roll_published', published: { until } })
  },
  freezeRoll: (t) => {
    if (canFreezeRoll(t, 0, new Date(t.now)).ok) become(t, { state: 'roll_frozen' })
  },
  giveNotice: (t) => {
    const window = {
      opensAt: new Date(t.now + 15 * DAY).toISOString(),
      closesAt: new Date(t.now + 18 * DAY).toISOString(),
    }
    if (!may('giveNotice', t)) return
    const fits = fitsNotice(window, rules, new Date(t.now))
    if (fits.ok) become(t, { state: 'noticed', ...fits.value })
  },
  changeText: (t) => {
    if (!canRedraft(t, new Date(t.now)).ok || t.state !== 'noticed') return
    become(t, { state: 'roll_frozen', opensAt: undefined, closesAt: undefined })
  },
  cancel: (t) => {
    if (may('cancel', t)) become(t, { state: 'cancelled' })
  },
  cast: (t) => {
    if (isOpenToVoters(t, new Date(t.now)).ok) t.castAt.push(t.now)
  },
  sweep: (t) => {
    const moved = tick(t, new Date(t.now))
    become(t, { state: moved.state })
    if (moved.countIsDue) {
      become(t, { countedAt: new Date(t.now).toISOString(), counts: t.counts + 1 })
    }
    if (moved.finalIsDue && t.objections === 0) become(t, { state: 'final' })
  },
  confirm: (t) => {
    const vote = { ...t, ballotsSha256: t.countedAt && 'a' }
    const office = t.confirmations.length === 0 ? 'committee' : 'community'
    const mine = { office, person: office } as const
    if (!canConfirmCount(vote, mine, 'a', new Date(t.now)).ok) return
    t.confirmations.push(mine)
    if (isConfirmed(t.confirmations)) become(t, { state: 'counted' })
  },
  publishResult: (t) => {
    if (!may('publishResult', t)) return
    const finalAt = untilOf(new Date(t.now), rules.resultObjectionDays).toISOString()
    become(t, { state: 'result_published', finalAt })
  },
  object: (t) => {
    if (t.state === 'result_published' && new Date(t.now) < new Date(t.finalAt ?? 0)) {
      t.objections += 1
    }
  },
  answer: (t) => {
    t.objections = 0
  },
  file: (t) => {
    if (may('file', t)) become(t, { state: 'filed' })
  },
  execute: (t) => {
    if (may('execute', t)) become(t, { state: 'executed' })
  },
  annul: (t) => {
    if (may('annul', t)) become(t, { state: 'annulled' })
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
type Step = { readonly move: string; readonly passes: number }
// The way to a final result, with anything in between: random steps alone hardly ever arrive there.
const WAY: readonly Step[] = [
  { move: 'publishRoll', passes: 0 },
  { move: 'freezeRoll', passes: 8 * DAY },
  { move: 'giveNotice', passes: 0 },
  { move: 'cast', passes: 16 * DAY },
  { move: 'sweep', passes: 3 * DAY },
  { move: 'confirm', passes: 0 },
  { move: 'confirm', passes: 0 },
  { move: 'publishResult', passes: 0 },
  { move: 'sweep', passes: 8 * DAY },
]
const along = (strays: readonly Step[]): readonly Step[] =>
  WAY.flatMap((one, at) => [one, ...strays.slice(at, at + 1)])

const TRANSITION_PAIRS = new Set(
  TRANSITIONS.flatMap(({ from, to }) => from.map((one) => `${one} ${to}`)),
)

test('no order of operations takes a way that is not in the table, counts early or twice, or takes a ballot outside its window', () => {
  const seen = new Set<VoteState>()
  const arrays = fc.array(step, { maxLength: 25 })
  fc.assert(
    fc.property(fc.oneof(arrays, arrays.map(along)), (steps) => {
      const t: Trial = {
        ...{ state: 'draft', mode: 'local_electronic', now: START },
        ...{ counts: 0, castAt: [], confirmations: [], objections: 0 },
      }
      for (const { move, passes } of steps) {
        const stored = t.state
        t.now += passes
        const byClock = tick(t, new Date(t.now)).steps.map(({ to }) => to)
        MOVES[move]?.(t)
        const now = new Date(t.now)
        seen.add(stateAt(t, now))
        const pair = `${byClock.at(-1) ?? stored} ${t.state}`
        const isOneStep = t.state === stored || TRANSITION_PAIRS.has(pair)
        expect([pair, isOneStep || byClock.includes(t.state)]).toEqual([pair, true])
        if (t.countedAt !== undefined) expect(isSettled(t, new Date(t.countedAt))).toBe(true)
      }
      expect(t.counts).toBeLessThanOrEqual(1)
      for (const cast of t.castAt) {
        expect(cast).toBeGreaterThanOrEqual(Date.parse(t.opensAt ?? ''))
        expect(cast).toBeLessThanOrEqual(Date.parse(t.closesAt ?? ''))
      }
    }),
    { numRuns: 500 },
  )
  // Whether a quorum was reached is the count's to say.
  expect([...seen, 'no_quorum'].sort()).toEqual([...VoteState.options].sort())
})
