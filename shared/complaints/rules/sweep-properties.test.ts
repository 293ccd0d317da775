import fc from 'fast-check'
import { HOUR } from '#shared/kernel/calendar.ts'
import { actsFor } from './decide.ts'
import { actingAs, Telling, TERMS, type Who } from './life.fixture.ts'
import type { ComplaintAct } from './acts.ts'
import { type LifeEvent } from './life.ts'
import { settle, wakeOf } from './settle.ts'
import { isClosed, STATES } from './states.ts'

type Act = Exclude<ComplaintAct, 'release'>
/** What no life should end by too early. */
const ENDING: readonly ComplaintAct[] = ['release', 'withdraw', 'merge', 'to_litigation']

const aWho = fc.constantFrom<Who>('filer', 'clerk', 'community', 'street', 'colleague', 'district')
const aStep = fc.record({
  who: aWho,
  pick: fc.nat(100),
  /** Hours until somebody does something, and the sweeps in between, as shares of them. */
  wait: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 600 })),
  sweeps: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
})
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never

const CLOCKS_OWN = ['warned', 'breached', 'timed_out'] as const
const isByClock = ({ kind }: LifeEvent): boolean => CLOCKS_OWN.some((one) => one === kind)
const nameOf = ({ kind, facts: { clock, due } }: LifeEvent) => `${kind} ${clock} ${due}`

/** One more sweep, and the same one again as another process would do it at the same moment. */
function sweep(telling: Telling, hours: number): void {
  const now = new Date(telling.now.getTime() + hours * HOUR)
  const [one, another] = [settle(telling.life, now, TERMS), settle(telling.life, now, TERMS)]
  // Whoever loses the race for the write had the same to say.
  expect(another).toEqual(one)
  telling.wait(hours * HOUR)
}

function live({ who, pick, wait, sweeps }: Step, telling: Telling): void {
  let at = 0
  for (const share of [...sweeps].sort((a, b) => a - b)) {
    const hours = Math.floor((wait * share) / 100)
    sweep(telling, hours - at)
    at = hours
  }
  sweep(telling, wait - at)
  const open = actsFor(telling.life, false, actingAs(who, telling.now), TERMS)
  const acts = open.filter((act): act is Act => !ENDING.includes(act))
  const act = acts[pick % acts.length]
  if (act) telling.try(act, who)
}

test('however often it is swept, each change of a clock happens once, in its order, and in nothing that has ended', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.boolean(), fc.array(aStep, { minLength: 3, maxLength: 30 }), (direct, steps) => {
      const telling = new Telling(direct)
      for (const step of steps) live(step, telling)
      const told = telling.events.filter(isByClock)
      expect(new Set(told.map(nameOf)).size).toBe(told.length)
      for (const event of told) {
        seen.add(event.kind)
        const before = told.slice(0, told.indexOf(event)).map(nameOf)
        const { clock, due } = event.facts
        if (event.kind === 'timed_out') expect(before).toContain(`breached ${clock} ${due}`)
        if (event.kind === 'warned') expect(before).not.toContain(`breached ${clock} ${due}`)
        if (event.kind !== 'warned') {
          expect(Date.parse(due ?? '')).toBeLessThanOrEqual(Date.parse(event.at))
        }
      }
      nothingHappensAfterTheEnd(telling.events)
      if (isClosed(telling.life.state)) {
        expect(wakeOf(telling.life)).toBeUndefined()
        expect(settle(telling.life, new Date(telling.now.getTime() + 9_999 * HOUR), TERMS)).toEqual(
          {
            life: telling.life,
            events: [],
          },
        )
      }
    }),
    { numRuns: 120 },
  )
  expect([...seen].sort()).toEqual([...CLOCKS_OWN].sort())
})

/** A dispute of a refusal opens it again: that is a person's. */
function nothingHappensAfterTheEnd(events: readonly LifeEvent[]): void {
  let ended = false
  for (const { kind, facts, person } of events) {
    if (ended) expect([kind, person]).toEqual([kind, expect.any(String)])
    if (facts.to !== undefined) ended = STATES[facts.to].isClosed
  }
}

test('swept every few hours, or once after weeks: what made it leave the property is the same', () => {
  const left = ({ events }: Telling) => {
    const event = events.find(({ kind }) => kind === 'timed_out')
    return event && [event.facts.clock, event.facts.due]
  }
  fc.assert(
    fc.property(
      fc.constantFrom(['first_reply'], ['first_reply', 'accept'], ['resolve', 'accept', 'reply']),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 20, maxLength: 40 }),
      ([, ...acts], pauses) => {
        const tell = () => (acts as Act[]).reduce((one, act) => one.do(act, 'clerk'), new Telling())
        const often = pauses.reduce((one, hours) => one.wait(hours * HOUR), tell())
        const late = tell().wait(pauses.reduce((all, hours) => all + hours, 0) * HOUR)
        // Where it had not run out at all, neither says so.
        expect(left(late)).toEqual(left(often))
      },
    ),
    { numRuns: 100 },
  )
})
