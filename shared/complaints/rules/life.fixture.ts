import { calendarOf } from '#shared/clocks/calendar.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Decision } from '#shared/kernel/decision.ts'
import { DEFAULT_PERIODS } from '../settings.ts'
import type { ComplaintAct } from './acts.ts'
import type { ComplaintCode } from './codes.ts'
import { comeBack } from './coming-back.ts'
import { decide } from './decide.ts'
import { begin, step, type Acting, type Facts, type Life, type LifeEvent } from './life.ts'
import { openLife, settle } from './settle.ts'
import type { ComplaintState } from './states.ts'
import type { Terms } from './terms.ts'

export const TERMS: Terms = { calendar: calendarOf(YEAR_TABLES), rules: DEFAULT_PERIODS }

/** A Tuesday, 10:00 in Shanghai. */
export const START = new Date('2026-03-10T02:00:00Z')

export const PEOPLE = {
  filer: ['owner'],
  neighbour: ['owner'],
  committee: ['committee'],
  clerk: ['property'],
  manager: ['manager'],
  community: ['community'],
  street: ['street'],
  colleague: ['street'],
  district: ['district'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Who = keyof typeof PEOPLE

export const EARLIER = { number: 'A', filedAt: '2026-03-01T00:00:00.000Z', isOpen: true } as const

export const actingAs = (who: Who, at: Date, rest: Partial<Acting> = {}): Acting => ({
  isFiler: who === 'filer',
  roles: PEOPLE[who],
  person: who,
  at,
  number: 'M',
  departments: ['market'],
  target: EARLIER,
  ...rest,
})

/** Words and facts that do for every act. */
const enough = (at: Date): Facts => ({
  who: '网格员小李',
  when: at.toISOString(),
  where: '3幢电梯厅',
  finding: 'WITHIN_REMIT_UNSOLVABLE',
  approver: '王主任',
  reason: 'nothing_to_check',
  department: 'market',
  verdict: 'done',
  pause: 'material_ordered',
})

type Act = Exclude<ComplaintAct, 'release'>

/** A complaint that lives through acts as a test tells them; every event it ever had is in `events`. */
export class Telling {
  life: Life
  now: Date = START
  readonly events: LifeEvent[] = []

  constructor(direct = false) {
    this.life = begin(START.toISOString(), direct)
    this.take(openLife(this.life, this.now, TERMS).events)
  }

  private take(events: readonly LifeEvent[]): void {
    for (const event of events) {
      this.life = step(this.life, event)
      this.events.push(event)
    }
  }

  /** The clock moves on, and does what it does. */
  wait(ms: number): this {
    this.now = new Date(this.now.getTime() + ms)
    this.take(settle(this.life, this.now, TERMS).events)
    return this
  }

  /** What it was merged into is given up. */
  comeBack(): this {
    this.take(comeBack(this.life, this.now, TERMS).events)
    return this
  }

  ask(
    act: Act,
    who: Who,
    facts: Partial<Facts> = {},
    rest: Partial<Acting> = {},
  ): Decision<LifeEvent, ComplaintCode> {
    const said = { text: '说明情况。', facts: { ...factsFor(act, this.now), ...facts } }
    return decide(act, this.life, said, actingAs(who, this.now, rest), TERMS)
  }

  /** What comes of it: the state it led to, or the refusal without its feature. */
  try(act: Act, who: Who, facts: Partial<Facts> = {}, rest: Partial<Acting> = {}): string {
    const decision = this.ask(act, who, facts, rest)
    if (!decision.ok) return decision.code.replace('complaints.', '! ')
    this.take([decision.value])
    return this.life.state
  }

  /** @throws Error where it is refused */
  do(act: Act, who: Who, facts: Partial<Facts> = {}): this {
    const outcome = this.try(act, who, facts)
    if (outcome.startsWith('!'))
      throw new Error(`${act} by ${who} in ${this.life.state}: ${outcome}`)
    return this
  }
}

const NEEDED: Readonly<Partial<Record<Act, readonly (keyof Facts)[]>>> = {
  record_onsite: ['who', 'when', 'where'],
  find: ['finding', 'approver'],
  decline: ['reason'],
  refer: ['department'],
  review: ['verdict'],
  pause: ['pause'],
}

const factsFor = (act: Act, at: Date): Facts => {
  const all = enough(at)
  return Object.fromEntries((NEEDED[act] ?? []).map((name) => [name, all[name]]))
}

const STEPS_TO: Readonly<Record<ComplaintState, (telling: Telling) => Telling>> = {
  submitted: (t) => t,
  accepted: (t) => t.do('accept', 'clerk'),
  replied: (t) => to('accepted', t).do('reply', 'clerk'),
  resolved: (t) => to('replied', t).do('resolve', 'clerk'),
  disputed: (t) => to('resolved', t).do('dispute', 'filer'),
  confirmed: (t) => to('resolved', t).do('confirm', 'filer'),
  routed_street: (t) => t.do('route', 'filer'),
  street_accepted: (t) => to('routed_street', t).do('accept_at_street', 'street'),
  onsite_verified: (t) => to('street_accepted', t).do('record_onsite', 'community'),
  street_handling: (t) => to('onsite_verified', t).do('handle', 'street'),
  street_meeting: (t) => to('street_handling', t).do('find', 'street').do('escalate', 'street'),
  district_meeting: (t) => to('street_meeting', t).do('find', 'street').do('escalate', 'street'),
  review: (t) =>
    to('disputed', t).do('accept', 'clerk').do('resolve', 'clerk').do('dispute', 'filer'),
  mediation: (t) => t.do('to_mediation', 'filer'),
  litigation: (t) => t.do('to_litigation', 'filer'),
  referred: (t) => to('street_accepted', t).do('refer', 'street'),
  closed: (t) => to('review', t).do('review', 'street').do('review', 'colleague'),
  not_accepted: (t) => to('routed_street', t).do('decline', 'street'),
  withdrawn: (t) => t.do('withdraw', 'filer'),
  merged: (t) => t.do('merge', 'clerk'),
}

function to(state: ComplaintState, telling: Telling): Telling {
  return STEPS_TO[state](telling)
}

/** A complaint by the shortest way into a state. */
export const inState = (state: ComplaintState): Telling => to(state, new Telling())
