import { TIE_NAMES } from '#shared/bindings/terms.ts'
import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { describePlace, stageOf, summarise } from '#shared/complaints/rules.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { isHeld, type StoredComplaint, type StoredEvent } from './stored.ts'

// COMPLAINT#<community>#<number> | STATE        state, and the events not yet moved; one query reads a complaint whole
//   by1 Q#<community>#open | <filedAt>#<number>    waits for the property, oldest first; only once checked
//   by1 Q#<community>#done | <changedAt>#<number>  resolved or confirmed
//   by1 Q#<community>#held | <filedAt>#<number>    waits for the community office, oldest first
//   by2 MINE#<community>#<person> | <filedAt>#<number>
//   wake                                           content check due, events to move, or kept long enough
//   none of the lists once it is frozen
// HELPED#<community>#<helper> | <filedAt>#<number>   sent in by a helper: where to look, not what holds
// COMPLAINT#<community>#<number> | EVT#<seq>    a moved event; never changes
const FORMAT = 1
export const STATE = 'STATE'

/** More than this many events are moved out of the state. */
const INSIDE = 5

export const partitionOf = (community: string, number: string): string =>
  `COMPLAINT#${community}#${number}`
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
/** The number at the end of a note's sort key. */
export const numberIn = (sk: string): string => sk.slice(sk.indexOf('#') + 1)

/** The filer of record who has no account: by the key on the register. */
export const filerByKey = (owner: string): string => `owner:${owner}`

export function stateItem(stored: StoredComplaint, version: number): Item {
  const { community, number, filedAt, filedBy } = stored
  const key = stateKey(community, number)
  const due = dueAt(stored)
  return {
    ...key,
    version,
    v: FORMAT,
    data: stored,
    card: cardOf(stored),
    ...(stored.frozen === undefined && {
      by1: queueKey(stored),
      by2: { pk: minePartition(community, filedBy.person), sk: `${filedAt}#${number}` },
    }),
    wake: due === undefined ? undefined : wakeAt(key, new Date(due)),
  }
}

export const eventItem = ({ community, number }: StoredComplaint, event: StoredEvent): Item => ({
  pk: partitionOf(community, number),
  sk: `EVT#${String(event.seq).padStart(4, '0')}`,
  version: 1,
  v: FORMAT,
  data: event,
})

export const cardOf = (stored: StoredComplaint): ComplaintCard => ({
  number: stored.number,
  category: stored.category,
  summary: summarise(stored.text),
  place: describePlace(stored.place),
  state: stored.state,
  filedAt: stored.filedAt,
  changedAt: stored.changedAt,
  held: isHeld(stored),
  ...(stored.assistedBy && { assistedBy: helperOf(stored.assistedBy) }),
})

/** `代办人（亲属） 李*`. */
export const helperOf = ({ tie, name }: NonNullable<StoredComplaint['assistedBy']>) => ({
  role: tie === undefined ? '代办人' : `代办人（${TIE_NAMES[tie]}）`,
  name,
})

/** Words nobody has checked stand in nobody's queue. */
function queueKey(stored: StoredComplaint): Key | undefined {
  const { community, number, check, state, filedAt, changedAt } = stored
  if (check.state === 'pending') return undefined
  const stage = check.state === 'held' ? 'held' : stageOf(state)
  const time = stage === 'done' ? changedAt : filedAt
  return { pk: queuePartition(community, stage), sk: `${time}#${number}` }
}

/** Events that go to items of their own: never those whose words are still being checked, for they change. */
export const movable = ({ events }: StoredComplaint): readonly StoredEvent[] =>
  events.length > INSIDE ? events.filter(({ check }) => check.state === 'passed') : []

/** When nothing needs it any more, an ISO instant; none while it may still be acted on. */
export function keptUntilOf({ frozen, state, changedAt }: StoredComplaint): string | undefined {
  if (frozen) return frozen.until
  const isClosed = state === 'confirmed'
  return isClosed ? keptUntil('complaints', new Date(changedAt)).toISOString() : undefined
}

/** The earliest of everything due, an ISO instant. */
function dueAt(stored: StoredComplaint): string | undefined {
  const end = keptUntilOf(stored)
  // Nobody acts on what is frozen: its words need no check.
  if (stored.frozen) return end
  const checks = [stored.check, ...stored.events.map((event) => event.check)]
  const times = checks.flatMap((check) => (check.state === 'pending' ? [check.nextAt] : []))
  if (movable(stored).length > 0) times.push(stored.changedAt)
  if (end !== undefined) times.push(end)
  return times.sort()[0]
}
