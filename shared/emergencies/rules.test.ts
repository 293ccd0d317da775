import * as fc from 'fast-check'
import { MINUTE } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { KINDS, stepsOf, STEPS } from './kinds.ts'
import {
  ACTS,
  actsFor,
  applied,
  begun,
  bornOf,
  CONFIRM_WITHIN,
  decide,
  isOver,
  isPublic,
  mayTick,
  partiesOf,
  remindAt,
  reminder,
  STATES,
  TRANSITIONS,
  type Life,
  type LifeEvent,
  type Party,
  type State,
} from './rules.ts'

const AT = '2026-11-24T02:00:00.000Z'
const NOW = new Date(AT)
const lifeIn = (state: State, kind: Life['kind'] = 'pipe'): Life => ({
  ...{ kind, state, reportedAt: AT, lastSeq: 3, reminded: false },
})
const PARTIES: readonly Party[] = ['property', 'community', 'street']

/** Written out, not computed from the transitions they check: what each may do, property first, then the offices. */
const TABLE: Readonly<Record<State, readonly [string, string]>> = {
  reported: ['confirm dismiss', 'confirm dismiss'],
  confirmed: ['handle expect restore', 'dismiss handle expect restore'],
  handling: ['expect restore', 'expect restore'],
  restored: ['', 'review'],
  reviewed: ['', ''],
  dismissed: ['', 'confirm'],
}

describe.each(STATES)('%s', (state) => {
  const [byProperty, byOffice] = TABLE[state]
  test.each(PARTIES)('what the %s may do', (party) => {
    const acts = actsFor(lifeIn(state), [party], NOW).join(' ')
    expect(acts).toBe(party === 'property' ? byProperty : byOffice)
  })
  test('a property that walks out decides nothing; nobody without an office ever does', () => {
    expect(actsFor(lifeIn(state, 'exit'), ['property'], NOW)).toEqual([])
    expect(actsFor(lifeIn(state, 'exit'), ['street'], NOW).join(' ')).toBe(byOffice)
    expect(actsFor(lifeIn(state), [], NOW)).toEqual([])
  })
})

test.each([
  [['owner'], []],
  [['owner', 'manager'], ['property']],
  [['committee', 'district', 'admin'], []],
  [
    ['street', 'community', 'property'],
    ['property', 'community', 'street'],
  ],
] as const)('%j acts as %j', (roles, parties) => {
  expect(partiesOf(roles as readonly Role[])).toEqual(parties)
})

test('why not: it is no longer so, or it is not theirs', () => {
  expect(decide('confirm', lifeIn('handling'), ['street'], NOW)).toEqual({
    ok: false,
    code: 'emergencies.not_now',
    params: { state: '处置中', act: '核实属实' },
  })
  expect(decide('review', lifeIn('restored'), ['property'], NOW)).toEqual({
    ok: false,
    code: 'emergencies.not_yours',
  })
  const full = { ...lifeIn('handling'), lastSeq: 60 }
  expect(decide('expect', full, ['street'], NOW)).toMatchObject({
    code: 'emergencies.too_many_changes',
  })
})

describe('the clock of whoever should confirm', () => {
  const due = NOW.getTime() + CONFIRM_WITHIN.minutes * MINUTE
  test.each([
    ['reported', -1, false],
    ['reported', 0, true],
    ['reported', 48 * 60 * MINUTE, true],
    ['confirmed', 0, false],
    ['dismissed', 0, false],
  ] as const)('%s, %d ms after it was due: %s', (state, after, runs) => {
    expect(reminder(lifeIn(state), new Date(due + after)) !== undefined).toBe(runs)
  })
  test('once', () => {
    expect(remindAt({ ...lifeIn('reported'), reminded: true })).toBeUndefined()
  })
})

test('each kind has steps, in order, and each of them can be ticked until it is past', () => {
  for (const kind of KINDS) {
    const steps = stepsOf(kind)
    expect(STEPS.filter((step) => steps.includes(step))).toEqual(steps)
    for (const state of STATES) {
      expect(steps.every((step) => mayTick(kind, state, step).ok)).toBe(!isOver({ state }))
    }
  }
  expect(mayTick('fight', 'handling', 'cut')).toEqual({
    ok: false,
    code: 'emergencies.no_such_step',
  })
})

const someStep = fc.record({
  act: fc.constantFrom(...ACTS, 'sweep' as const),
  party: fc.constantFrom(...PARTIES),
  after: fc.integer({ min: 0, max: 90 * MINUTE }),
  until: fc.integer({ min: -MINUTE, max: 40 * 24 * 60 * MINUTE }),
})

test('whatever is tried in whatever order and time, a life is one of the machine, and its events tell it again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.constantFrom(...PARTIES, undefined),
      fc.array(someStep, { maxLength: 25 }),
      (kind, by, steps) => {
        const first = begun(kind, by, AT)
        const events: LifeEvent[] = [first]
        let life = bornOf(kind, first)
        let time = NOW.getTime()
        for (const { act, party, after, until } of steps) {
          time += after
          const now = new Date(time)
          const before = life
          const event = act === 'sweep' ? reminder(life, now) : tried(act, life, party, now, until)
          if (!event) continue
          events.push(event)
          life = applied(life, event)
          expectStep(before, life, event)
        }
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1))
        expect(events.filter((one) => one.kind === 'remind').length).toBeLessThanOrEqual(1)
        expect(events.slice(1).reduce(applied, bornOf(kind, first))).toEqual(life)
        expect(life.restoredAt !== undefined).toBe(['restored', 'reviewed'].includes(life.state))
        expect(isPublic(life.state) && life.state === 'reported').toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})

function tried(act: (typeof ACTS)[number], life: Life, party: Party, now: Date, ms: number) {
  const until = act === 'expect' ? new Date(now.getTime() + ms).toISOString() : undefined
  const decision = decide(act, life, [party], now, until)
  return decision.ok ? decision.value : undefined
}

/** Along an arrow of the machine; the clock moves no state, and only of what nobody has confirmed. */
function expectStep(before: Life, after: Life, { kind, at }: LifeEvent): void {
  if (kind === 'remind') {
    expect([before.state, after.state]).toEqual(['reported', 'reported'])
    const waited = Date.parse(at) - Date.parse(before.reportedAt)
    expect(waited).toBeGreaterThanOrEqual(CONFIRM_WITHIN.minutes * MINUTE)
    return
  }
  const arrows = TRANSITIONS.filter(
    ({ act, from, to }) => act === kind && from === before.state && to === after.state,
  )
  expect(arrows).toHaveLength(1)
}
