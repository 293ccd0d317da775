import { EVENT_NAMES } from '#shared/complaints/rules/names.ts'
import { whatNext } from '#shared/complaints/rules/what-next.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { EventKind } from '#shared/complaints/rules/acts.ts'
import type { MessageOffers } from '../messages/offers.ts'
import type { FoundComplaint, StoredComplaint, StoredEvent } from './stored.ts'
import { viewOf } from './view.ts'

export type Tell = MessageOffers['tell']
type Template = Parameters<Tell>[0]['template']

/** What an event is told as; whoever waits for it is told, never who did it. */
const TEMPLATES: Readonly<Partial<Record<EventKind, Template>>> = {
  resolved: 'complaint_result',
  confirmed: 'complaint_result',
  declined: 'complaint_result',
  closed_unanswered: 'complaint_result',
  routed: 'complaint_moved',
  timed_out: 'complaint_moved',
  escalated: 'complaint_moved',
  referred: 'complaint_moved',
  mediation_begun: 'complaint_moved',
  litigation_begun: 'complaint_moved',
  merged: 'complaint_moved',
  came_back: 'complaint_moved',
  reminded: 'complaint_duty',
}

/** For who handles it: what the filer did, and that a clock is about to run out or has. */
const FOR_HANDLER: readonly EventKind[] = [
  'disputed',
  'urged',
  'said',
  'withdrawn',
  'confirmed',
  'warned',
  'breached',
  'timed_out',
  'came_back',
]
/** A reminder before the deadline is the office's, not the filer's. */
const NOT_FOR_FILER: readonly EventKind[] = ['warned']

/** Tells everybody who waits about what has happened and was not told yet. Told twice, it is one message. */
export async function tellAbout(found: FoundComplaint, now: Date, tell: Tell): Promise<void> {
  const { stored, events } = found
  const seqs = new Set(stored.untold.map(({ seq }) => seq))
  for (const event of events.filter(({ seq }) => seqs.has(seq))) {
    for (const person of recipients(found, event)) await tell(letter(found, event, person, now))
  }
  if (stored.untoldWorker === true) await tellWorker(found, now, tell)
}

/** Whoever was given it by a colleague. */
async function tellWorker(found: FoundComplaint, now: Date, tell: Tell): Promise<void> {
  const [given] = (found.stored.assignments ?? []).slice(-1)
  if (!given) return
  const { number } = found.stored
  await tell({
    ...aboutIt(found, given.to.person, now),
    event: `complaint ${number} to ${given.madeBy.id}`,
    template: 'complaint_duty',
    title: `投诉 ${formatNumber(number)}：${given.by.name}交给您办理`,
    at: given.at,
  })
}

function recipients({ stored }: FoundComplaint, { kind, by }: StoredEvent): readonly string[] {
  const filer = NOT_FOR_FILER.includes(kind) ? [] : filerOf(stored, kind)
  const handler = FOR_HANDLER.includes(kind) && stored.handler !== undefined ? [stored.handler] : []
  return [...new Set([...filer, ...handler])].filter((person) => person !== by?.person)
}

/** Who has no account is told by whoever helps them: what they filed stands in the helper's list. */
function filerOf(stored: StoredComplaint, kind: EventKind): readonly string[] {
  const { filedBy, filedFor, window } = stored
  if (isByTelephone(stored)) return window && TEMPLATES[kind] ? [window.by.person] : []
  return filedFor === undefined ? [filedBy.person] : []
}

/** Whoever filed it at the window for a person without an account tells them by telephone. */
const isByTelephone = ({ window }: StoredComplaint): boolean =>
  window !== undefined && window.claimed === undefined

function letter(
  found: FoundComplaint,
  { seq, at, kind }: StoredEvent,
  person: string,
  now: Date,
): Parameters<Tell>[0] {
  const { number, filedBy, window } = found.stored
  const isFiler = filedBy.person === person
  const about = aboutIt(found, person, now)
  const isCall = isByTelephone(found.stored) && person === window?.by.person
  return {
    ...about,
    ...(isCall && { words: `请打电话告诉本人，电话在投诉里。${about.words}` }),
    event: `complaint ${number} ${seq}`,
    template: isFiler ? (TEMPLATES[kind] ?? 'complaint_progress') : 'complaint_duty',
    title: `投诉 ${formatNumber(number)}：${EVENT_NAMES[kind]}`,
    at,
  }
}

/** Of which complaint, and who has to do what by when. */
function aboutIt(found: FoundComplaint, person: string, now: Date) {
  const { number, community, filedBy } = found.stored
  const isFiler = filedBy.person === person
  const subject = { kind: 'complaint', id: number, community } as const
  const words = whatNext(viewOf(found, { isFiler, roles: [] }, { photos: [], voices: [] }, []), now)
  return { person, subject, words, number: formatNumber(number) }
}
