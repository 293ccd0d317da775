import { pauseClock, resumeClock } from '#shared/clocks/run.ts'
import type { Clock } from '#shared/clocks/clock.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { can } from '#shared/kernel/permissions.ts'
import { ComplaintAct, EVENT_OF, partiesOf, type Party, type Viewer } from './acts.ts'
import type { ComplaintCode } from './codes.ts'
import { DISPUTES, GUARDS, REVIEWERS, type Guard } from './guards.ts'
import type { Acting, Facts, Life, LifeEvent, Said } from './life.ts'
import { whyNotNow, whyNotTheirs } from './refusing.ts'
import type { ComplaintState } from './states.ts'
import { clocksBeginning, type Terms } from './terms.ts'
import { TRANSITIONS, WHEN, type Transition } from './transitions.ts'

type Act = Exclude<ComplaintAct, 'release'>

const rowsOf = (act: Act): readonly Transition[] => TRANSITIONS.filter((row) => row.act === act)
/** Asked with each answer that shows a complaint, once for every act. */
const ROWS_OF = Object.fromEntries(
  Object.keys(EVENT_OF).map((act) => [act, rowsOf(act as Act)]),
) as Readonly<Record<Act, readonly Transition[]>>

/**
 * May this person do this now? Accepted with the event it becomes.
 * The life must have been brought up to the moment by `settle`: what the clock did first counts first.
 */
export function decide(
  act: Act,
  life: Life,
  said: Said,
  acting: Acting,
  terms: Terms,
): Decision<LifeEvent, ComplaintCode> {
  const found = transitionFor(act, life, acting)
  if (!found.ok) return found
  const standing = inTheWay(found.value, { life, said, acting })
  if (standing) return refuse(standing.code, standing.params?.({ life, said, acting }))
  return eventFor(act, found.value, life, said, acting, terms)
}

function inTheWay({ guards }: Transition, of: Parameters<Guard['holds']>[0]): Guard | undefined {
  for (const name of guards ?? []) if (!GUARDS[name].holds(of)) return GUARDS[name]
  return undefined
}

/** The row of the table that is meant, by capacity and state. */
function transitionFor(act: Act, life: Life, viewer: Viewer): Decision<Transition, ComplaintCode> {
  const parties = partiesOf(viewer)
  const row = rowFor(act, life, parties)
  if (row) return accept(row)
  const isTheirs = ROWS_OF[act].some((one) => isBy(one, parties))
  return isTheirs ? whyNotNow(act, life, parties) : refuse(whyNotTheirs(act, viewer))
}

const rowFor = (act: Act, life: Life, parties: readonly Party[]): Transition | undefined =>
  ROWS_OF[act].find(
    (row) =>
      row.from.includes(life.state) &&
      isBy(row, parties) &&
      (row.when ?? []).every((name) => WHEN[name](life)),
  )

const isBy = ({ by }: Transition, parties: readonly Party[]): boolean =>
  by.some((party) => parties.includes(party))

function eventFor(
  act: Act,
  row: Transition,
  life: Life,
  said: Said,
  acting: Acting,
  terms: Terms,
): Decision<LifeEvent, ComplaintCode> {
  const { at } = acting
  const to = act === 'review' ? afterReview(life, said) : row.to === 'same' ? undefined : row.to
  const changed = clocksOf(act, life, said, at, terms)
  if (!changed.ok) return changed
  const set = to === undefined ? changed.value : clocksBeginning(life, to, at, terms)
  const facts: Facts = {
    ...said.facts,
    ...(to !== undefined && { to }),
    ...(set.length > 0 && { set: [...set] }),
    ...lookedUp(act, life, acting),
  }
  const { person } = acting
  return accept({ seq: life.lastSeq + 1, at: at.toISOString(), kind: EVENT_OF[act], person, facts })
}

/** What an event rests on, and nobody has to say. */
function lookedUp(act: Act, { finding, state, clocks }: Life, { target }: Acting): Facts {
  if (act === 'escalate') return { findingSeq: finding?.seq, finding: finding?.kind }
  if (act !== 'merge') return {}
  const live = clocks.filter((clock) => clock.state !== 'stopped').map(({ name }) => name)
  return { into: target?.number, from: { state, clocks: live } }
}

/** Two who agree that it is done close it; one who does not sends it back to the street. */
function afterReview({ reviews }: Life, { facts }: Said): ComplaintState | undefined {
  const verdicts = [...reviews.map(({ verdict }) => verdict), facts.verdict]
  if (verdicts.includes('not_done')) return 'street_handling'
  return verdicts.length >= REVIEWERS ? 'closed' : undefined
}

/** Clocks that a pause or its end changes. */
function clocksOf(
  act: Act,
  { clocks }: Life,
  { facts }: Said,
  at: Date,
  { calendar }: Terms,
): Decision<readonly Clock[], ComplaintCode> {
  if (act !== 'pause' && act !== 'resume') return accept([])
  const wanted = act === 'pause' ? 'running' : 'paused'
  const named = clocks.filter(
    ({ name, state }) => state === wanted && (facts.clock === undefined || name === facts.clock),
  )
  const changed: Clock[] = []
  for (const { name, round } of named) {
    const done =
      act === 'pause'
        ? pauseClock(clocks, name, facts.pause ?? 'waiting_for_resident', at)
        : resumeClock(clocks, name, at, calendar)
    if (!done.ok) return refuse('complaints.too_many_pauses')
    changed.push(...done.value.clocks.filter((one) => one.name === name && one.round === round))
  }
  return accept(changed)
}

/** What a list of acts is asked of: the acts that could be done with the right words. */
const COULD: Said = {
  text: '……',
  facts: { who: '……', where: '……', reason: 'nothing_to_check', verdict: 'done' },
}

/** Everything the person may do now, in the order of the enum. */
export function actsFor(life: Life, held: boolean, acting: Acting, terms: Terms): ComplaintAct[] {
  // What must be looked up or said first is asked when it is done.
  const could: Acting = {
    target: { number: '', filedAt: '', isOpen: true },
    ...acting,
    departments: ['……'],
  }
  const said: Said = {
    ...COULD,
    facts: { when: acting.at.toISOString(), department: '……', ...COULD.facts },
  }
  const parties = partiesOf(acting)
  return ComplaintAct.options.filter((act) => {
    if (act === 'release') return mayRelease(held, acting).ok
    const row = rowFor(act, life, parties)
    if (!row || inTheWay(row, { life, said, acting: could })) return false
    return clocksOf(act, life, said, acting.at, terms).ok
  })
}

export const mayRelease = (
  held: boolean,
  { isFiler, isHelper = false, roles }: Viewer,
): Decision<true, ComplaintCode> => {
  if (!can(roles, 'complaint:release')) return refuse('complaints.not_office')
  if (isFiler || isHelper) return refuse('complaints.own_complaint')
  return held ? accept(true) : refuse('complaints.nothing_held')
}

/** Disputes its filer has left. */
export const disputesLeft = ({ disputes }: Pick<Life, 'disputes'>): number =>
  Math.max(0, DISPUTES - disputes)
