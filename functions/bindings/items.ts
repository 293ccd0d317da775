import { awaits, isOpen, isOwnership, type Binding } from '#shared/bindings/rules/home.ts'
import type { QueueCard } from '#shared/bindings/views.ts'
import { addDays, startOfDay } from '#shared/kernel/calendar.ts'
import { maskName } from '#shared/people/rules.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import type { StoredEvent, StoredHome } from './stored.ts'

// HOME#<community>#<unit> | STATE       everybody bound to the home, open codes, representative: the one truth
//   by1 CLAIMS#<community>#open    | <since>#<unit>   has claims that wait for an officer, oldest first
//   by2 CLAIMS#<community>#appeals | <since>#<unit>   has appeals
//   wake                                follow, audit, a last day, a code's end, events to move
// HOME#<community>#<unit> | EVT#<seq>   a moved event; never changes
// BINDER#<person> | HOME#<community>#<unit>   a home the person has ever been bound to: where to look, not what holds
// BINDER#<person> | PHONE               the phone number, sealed, and its keyed hash
// BINDINGS#<community> | REGISTER       the version of the register that all homes are in line with
const FORMAT = 1
export const STATE = 'STATE'

export const partitionOf = (community: string, unit: string): string => `HOME#${community}#${unit}`
export const homeKey = (community: string, unit: string): Key => ({
  pk: partitionOf(community, unit),
  sk: STATE,
})
export type Stage = 'open' | 'appeals'
export const queuePartition = (community: string, stage: Stage): string =>
  `CLAIMS#${community}#${stage}`

export function homeItem(stored: StoredHome, version: number): Item {
  const key = homeKey(stored.community, stored.unit)
  const due = dueAt(stored)
  const card = cardOf(stored)
  return {
    version,
    v: FORMAT,
    data: stored,
    ...(card && { card }),
    by1: queueKey(stored, 'open'),
    by2: queueKey(stored, 'appeals'),
    wake: due === undefined ? undefined : wakeAt(key, new Date(due)),
    ...key,
  }
}

export const eventItem = ({ community, unit }: StoredHome, event: StoredEvent): Item => ({
  pk: partitionOf(community, unit),
  sk: `EVT#${String(event.seq).padStart(6, '0')}`,
  version: 1,
  v: FORMAT,
  data: event,
})

const isIn = (stage: Stage, one: Binding): boolean =>
  isOwnership(one) && awaits(one) && (one.status === 'appealed') === (stage === 'appeals')

function queueKey(stored: StoredHome, stage: Stage): Key | undefined {
  const since = stored.bindings
    .filter((one) => isIn(stage, one))
    .map((one) => (stage === 'appeals' ? one.changedAt : one.since))
    .sort()[0]
  if (since === undefined) return undefined
  return { pk: queuePartition(stored.community, stage), sk: `${since}#${stored.unit}` }
}

/** What the queue shows of a home; who reads it sees no name in full. */
function cardOf({ unit, bindings }: StoredHome): QueueCard | undefined {
  const claims = bindings.filter((one) => isOwnership(one) && awaits(one))
  const [first] = claims.map(({ since }) => since).sort()
  if (first === undefined) return undefined
  return {
    unit,
    since: first,
    contested: claims.some(({ contested }) => contested),
    claims: claims.map(({ binding, name, status, match = 'none', since, ground = 'listed' }) => ({
      binding,
      name: maskName(name),
      status,
      match,
      since,
      ground,
    })),
  }
}

/** More than this many events are moved out of the state, but for the latest. */
const INSIDE = 30
const KEPT_INSIDE = 10

export const movable = ({ events }: StoredHome): readonly StoredEvent[] =>
  events.length > INSIDE ? events.slice(0, -KEPT_INSIDE) : []

/** The earliest of everything due, an ISO instant. */
function dueAt(stored: StoredHome): string | undefined {
  const { follow, audit, codes, events, bindings } = stored
  const times = codes.map(({ expiresAt }) => expiresAt)
  if (follow) times.push(follow.at)
  const latest = events.at(-1)?.at
  if (latest !== undefined && (audit.length > 0 || movable(stored).length > 0)) times.push(latest)
  for (const one of bindings) {
    if (isOpen(one) && one.until !== undefined) {
      times.push(startOfDay(addDays(one.until, 1)).toISOString())
    }
  }
  return times.sort()[0]
}
