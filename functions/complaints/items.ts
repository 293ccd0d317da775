import { TIE_NAMES } from '#shared/bindings/terms.ts'
import { ComplaintCard } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import {
  buildingOf,
  describePlace,
  placeWithoutHome,
  summarise,
} from '#shared/complaints/rules/place.ts'
import { wakeOf } from '#shared/complaints/rules/settle.ts'
import { stageOf } from '#shared/complaints/rules/sight.ts'
import { Finding, hasBreached } from '#shared/complaints/rules/life.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { Actor, isHeld, isPastProperty, type StoredComplaint, type StoredEvent } from './stored.ts'

// COMPLAINT#<community>#<number> | STATE        state, and the events not yet moved; one query reads a complaint whole
//   by1 Q#<community>#open | <filedAt>#<number>    waits for the property, oldest first; only once checked
//   by1 Q#<community>#up   | <filedAt>#<number>    has left the property and has not ended, oldest first
//   by1 Q#<community>#done | <changedAt>#<number>  resolved or ended
//   by1 Q#<community>#held | <filedAt>#<number>    waits for the community office, oldest first
//   by2 MINE#<community>#<person> | <filedAt>#<number>
//   wake                                           content check or a clock due, somebody to tell, homes to count,
//                                                  events to move, or kept long enough
//   none of the lists once it is frozen
// HELPED#<community>#<helper> | <filedAt>#<number>   sent in by a helper: where to look, not what holds
// COMPLAINT#<community>#<number> | EVT#<seq>    a moved event; never changes
// COSIGN#<community>#<number> | <unit>          a home that joined in: put if absent, so each counts once
//   by2 COSIGNED#<community>#<person> | <at>#<number>   joined by this person
// MERGED#<community>#<number> | <other>        where to look for what was merged into it, not what holds
// EVIDENCE#<community>#<number> | <sha256>      a document that was exported: when, and by whom
// Format 1 knew the property alone: no clocks, no ladder.
const FORMAT = 2
export const STATE = 'STATE'

/** More than this many events are moved out of the state. */
const INSIDE = 5

export const partitionOf = (community: string, number: string): string =>
  `COMPLAINT#${community}#${number}`
export const cosignPartition = (community: string, number: string): string =>
  `COSIGN#${community}#${number}`
export const cosignedPartition = (community: string, person: string): string =>
  `COSIGNED#${community}#${person}`
export const mergedPartition = (community: string, number: string): string =>
  `MERGED#${community}#${number}`
export const mergeNote = (community: string, into: string, number: string): Item => ({
  pk: mergedPartition(community, into),
  sk: number,
  version: 1,
  v: FORMAT,
  data: {},
})
export const evidencePartition = (community: string, number: string): string =>
  `EVIDENCE#${community}#${number}`
export const queuePartition = (community: string, stage: string): string =>
  `Q#${community}#${stage}`
export const minePartition = (community: string, person: string): string =>
  `MINE#${community}#${person}`

export const stateKey = (community: string, number: string): Key => ({
  pk: partitionOf(community, number),
  sk: STATE,
})
export const helpedPartition = (community: string, helper: string): string =>
  `HELPED#${community}#${helper}`
export const helpNote = (
  community: string,
  helper: string,
  filedAt: string,
  number: string,
): Item => ({
  pk: helpedPartition(community, helper),
  sk: `${filedAt}#${number}`,
  version: 1,
  v: FORMAT,
  data: {},
})
/** Who joined in has closed their account: of their home's joining it is not known any more who of it did. */
export const NOBODY = ''
/** The number at the end of a note's sort key. */
export const numberIn = (sk: string): string => sk.slice(sk.indexOf('#') + 1)

/** The filer of record who has no account: by the key on the register. */
export const filerByKey = (owner: string): string => `owner:${owner}`
const CASE = 'case:'
/** The filer of record whom the register does not know either: of this one complaint. */
export const filerOfCase = (id: string): string => `${CASE}${id}`
export const isFilerOfCase = (person: string): boolean => person.startsWith(CASE)

export function stateItem(stored: StoredComplaint, version: number): Item {
  const { community, number, filedAt, filedBy } = stored
  const key = stateKey(community, number)
  const due = dueAt(stored)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: listedCard(stored),
    ...(stored.frozen === undefined && {
      by1: queueKey(stored),
      by2: { pk: minePartition(community, filedBy.person), sk: `${filedAt}#${number}` },
    }),
    wake: due === undefined ? undefined : wakeAt(key, new Date(due)),
    ...key,
  }
}

export const eventItem = ({ community, number }: StoredComplaint, event: StoredEvent): Item => ({
  pk: partitionOf(community, number),
  sk: `EVT#${String(event.seq).padStart(4, '0')}`,
  version: 1,
  v: FORMAT,
  data: event,
})

/** What stands in a list's index: `placeForProperty` where it is not to know whose home it is. */
export const ListedCard = ComplaintCard.extend({
  placeForProperty: z.string().optional(),
  /** The street let a clock run out: the district looks. */
  late: z.boolean().optional(),
  /** Who of the property has it. */
  worker: Actor.optional(),
  /** A clock that has not stopped is past its time. */
  breached: z.boolean().optional(),
  /** Of the level it is with. */
  finding: Finding.optional(),
})
export type ListedCard = z.infer<typeof ListedCard>

const listedCard = (stored: StoredComplaint): ListedCard => ({
  ...cardOf(stored),
  ...((stored.hidesName || isPastProperty(stored)) && {
    placeForProperty: placeWithoutHome(stored.place),
  }),
  ...(hasBreached(stored.life, 'street') && { late: true }),
  ...(stored.worker && { worker: stored.worker }),
  ...(stored.life.clocks.some(({ state }) => state === 'breached') && { breached: true }),
  ...(stored.life.finding?.level === stored.life.level && { finding: stored.life.finding.kind }),
})

export function cardOf(stored: StoredComplaint): ComplaintCard {
  const { life } = stored
  const live = life.clocks.filter(({ state }) => state !== 'stopped')
  const [dueAt] = live.map(({ due }) => due).sort()
  const building = buildingOf(stored.place)
  return {
    number: stored.number,
    category: stored.category,
    summary: summarise(stored.text),
    place: describePlace(stored.place),
    state: life.state,
    filedAt: stored.filedAt,
    changedAt: stored.changedAt,
    held: isHeld(stored),
    level: life.level,
    cosigns: stored.cosigns.count,
    ...(building !== undefined && { building }),
    ...(dueAt !== undefined && { dueAt }),
    ...(live.some(({ state }) => state === 'paused') && { paused: true }),
    ...(stored.assistedBy && { assistedBy: helperOf(stored.assistedBy) }),
  }
}

/** `代办人（亲属） 李*`. */
export const helperOf = ({ tie, name }: NonNullable<StoredComplaint['assistedBy']>) => ({
  role: tie === undefined ? '代办人' : `代办人（${TIE_NAMES[tie]}）`,
  name,
})

/** Words nobody has checked stand in nobody's queue. */
function queueKey(stored: StoredComplaint): Key | undefined {
  const { community, number, check, life, filedAt, changedAt } = stored
  if (check.state === 'pending') return undefined
  const stage = check.state === 'held' ? 'held' : stageOf(life.state)
  const time = stage === 'done' ? changedAt : filedAt
  return { pk: queuePartition(community, stage), sk: `${time}#${number}` }
}

/** Events that go to items of their own: never those whose words are still being checked, for they change. */
export const movable = ({ events }: StoredComplaint): readonly StoredEvent[] =>
  events.length > INSIDE ? events.filter(({ check }) => check.state === 'passed') : []

/** When nothing needs it any more, an ISO instant; none while it may still be acted on. */
export function keptUntilOf({ frozen, life, changedAt }: StoredComplaint): string | undefined {
  if (frozen) return frozen.until
  const isOver = isClosed(life.state)
  return isOver ? keptUntil('complaints', new Date(changedAt)).toISOString() : undefined
}

/** The earliest of everything due, an ISO instant. */
function dueAt(stored: StoredComplaint): string | undefined {
  const end = keptUntilOf(stored)
  const { life, untold, changedAt, cosigns, letGoAt } = stored
  // Nobody acts on what is frozen: its words need no check.
  if (stored.frozen) return letGoAt ?? end
  const checks = [stored.check, ...stored.events.map((event) => event.check)]
  const times = checks.flatMap((check) => (check.state === 'pending' ? [check.nextAt] : []))
  if (letGoAt !== undefined) times.push(letGoAt)
  const isNews = untold.length > 0 || stored.untoldWorker === true
  if (movable(stored).length > 0 || isNews) times.push(changedAt)
  const clocks = wakeOf(life)
  if (clocks) times.push(clocks.toISOString())
  if (cosigns.countAt !== undefined) times.push(cosigns.countAt)
  if (end !== undefined) times.push(end)
  return times.sort()[0]
}
