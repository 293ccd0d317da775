import { HOUR } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { partiesOf, type Viewer } from './acts.ts'
import type { ComplaintCode } from './codes.ts'
import type { Life } from './life.ts'
import { whyNotNow, whyNotTheirs } from './refusing.ts'
import { ownerOf, type ComplaintState } from './states.ts'

/** What the property's staff look through, the most pressing first. `open` is all of it. */
export const WORK_QUEUES = ['overdue', 'due_soon', 'mine', 'unaccepted', 'waiting', 'open'] as const
type WorkQueue = (typeof WORK_QUEUES)[number]

/** Due within so many hours is due soon. Ours, as no document has one. */
const SOON_HOURS = 24

interface Card {
  readonly state: ComplaintState
  readonly dueAt?: string | undefined
  readonly paused?: boolean | undefined
}

type IsIn = (card: Card, isMine: boolean, now: Date) => boolean

const IS_IN: Readonly<Record<WorkQueue, IsIn>> = {
  overdue: (card, _, now) => timeLeft(card, now) <= 0,
  due_soon: (card, _, now) => timeLeft(card, now) > 0 && timeLeft(card, now) <= SOON_HOURS * HOUR,
  mine: (_, isMine) => isMine,
  unaccepted: ({ state }) => state === 'submitted' || state === 'disputed',
  waiting: ({ paused }) => paused === true,
  open: () => true,
}

/** Whether a complaint that is with the property stands in a queue. `isMine`: the one looking has it. */
export const isInQueue = (queue: WorkQueue, card: Card, isMine: boolean, now: Date): boolean =>
  IS_IN[queue](card, isMine, now)

/** Milliseconds; without end where nothing runs. */
const timeLeft = ({ dueAt, paused }: Card, now: Date): number =>
  dueAt === undefined || paused === true ? Infinity : Date.parse(dueAt) - now.getTime()

/** Who gave it to whom before, as far as anybody did. */
interface Given {
  readonly at: string
  readonly to: string
  readonly by: string
}

interface Giving {
  readonly person: string
  readonly to: string
  /** It is the colleague's own complaint, and they did not hide that. */
  readonly isOfColleague?: boolean
  /** When the list was made in which the person chose it. */
  readonly seenAt?: string | undefined
}

/**
 * May somebody give this complaint to a colleague? Only what is with the property, by the property, and not over the
 * head of somebody who has just given it to another.
 */
export function mayAssign(
  life: Life,
  viewer: Viewer,
  { person, to, isOfColleague = false, seenAt }: Giving,
  last: Given | undefined,
): Decision<true, ComplaintCode> {
  const parties = partiesOf(viewer)
  if (!parties.includes('property')) return refuse(whyNotTheirs('note', viewer))
  if (ownerOf(life.state) !== 'property') return whyNotNow('note', life, parties)
  if (isOfColleague) return refuse('complaints.of_colleague')
  const isNews = seenAt !== undefined && last !== undefined && last.at > seenAt
  if (isNews && last.by !== person && last.to !== to) return refuse('complaints.assigned_meanwhile')
  return accept(true)
}
