import { checkFrom, PASSED } from '#shared/kernel/content-check.ts'
import type { ComplaintAct } from '#shared/complaints/rules/acts.ts'
import { step, type Life, type LifeEvent, type Said } from '#shared/complaints/rules/life.ts'
import type { Settled } from '#shared/complaints/rules/settle.ts'
import { can, type Permission } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { actorBy, actorOn } from './actor.ts'
import { viewerOf } from './sight.ts'
import type { FoundComplaint, StoredActor, StoredComplaint, StoredEvent } from './stored.ts'

/** By which permission each act is done: as its operation has it. */
const PERMISSION: Readonly<Record<ComplaintAct, Permission>> = {
  accept: 'complaint:handle',
  reply: 'complaint:answer',
  resolve: 'complaint:answer',
  confirm: 'complaint:close',
  dispute: 'complaint:close',
  release: 'complaint:release',
  route: 'complaint:route',
  accept_at_street: 'complaint:street',
  record_onsite: 'complaint:visit',
  handle: 'complaint:street',
  find: 'complaint:answer',
  escalate: 'complaint:answer',
  record_meeting: 'complaint:meet',
  to_mediation: 'complaint:elsewhere',
  to_litigation: 'complaint:elsewhere',
  take_back: 'complaint:elsewhere',
  refer: 'complaint:meet',
  decline: 'complaint:street',
  withdraw: 'complaint:close',
  merge: 'complaint:merge',
  close_unanswered: 'complaint:close_unanswered',
  review: 'complaint:review',
  urge: 'complaint:close',
  pause: 'complaint:answer',
  resume: 'complaint:answer',
  note: 'complaint:queue',
  message: 'complaint:read',
}

/** What nobody waits for: the filer's own doing, and what only colleagues see. */
const UNTOLD: readonly LifeEvent['kind'][] = ['filed', 'opened', 'noted', 'found', 'recomputed']

/** The complaint after what its clocks did. */
export function afterSettling(stored: StoredComplaint, settled: Settled): StoredComplaint {
  const events = settled.events.map((event): StoredEvent => ({
    ...withoutPerson(event),
    photos: [],
    check: PASSED,
  }))
  return withEvents({ ...stored, life: settled.life }, events)
}

/** The complaint after an act that the rules allowed. */
export function afterAct(
  stored: StoredComplaint,
  act: Exclude<ComplaintAct, 'release'>,
  event: LifeEvent,
  { text, photos = [], voice, rating }: Said,
  call: Call<unknown>,
): StoredComplaint {
  const { isFiler } = viewerOf(call, { stored })
  const by = actorOn(PERMISSION[act], isFiler, stored, call)
  const life: Life = step(stored.life, event)
  const next = withEvents({ ...stored, life }, [
    {
      ...withoutPerson(event),
      by,
      // A confirmation may come with an empty comment.
      text: text === '' ? undefined : text,
      photos: [...photos],
      ...(voice !== undefined && { voice }),
      rating,
      // Residents' words are checked; staff answer for theirs. Photos and sound have a check of their own.
      check: text && isFiler ? checkFrom(call.now) : PASSED,
      madeBy: { id: call.key.id, request: call.key.request },
    },
  ])
  if (act === 'withdraw') return { ...next, letGoAt: event.at }
  return isFiler || act === 'note' ? next : withHandler(next, by)
}

/** Whoever of the property acts on it first has it, until it is given to another. */
const withHandler = (stored: StoredComplaint, by: StoredActor): StoredComplaint => ({
  ...stored,
  handler: by.person,
  ...(stored.worker === undefined && can([by.role], 'complaint:handle') && { worker: by }),
})

const withoutPerson = ({ seq, at, kind, facts }: LifeEvent) => ({ seq, at, kind, facts })

function withEvents(stored: StoredComplaint, events: readonly StoredEvent[]): StoredComplaint {
  const last = events[events.length - 1]
  if (!last) return stored
  const untold = events.filter(({ kind }) => !UNTOLD.includes(kind)).map(({ seq }) => ({ seq }))
  return {
    ...stored,
    changedAt: last.at,
    events: [...stored.events, ...events],
    untold: [...stored.untold, ...untold],
  }
}

/** Words the content check held, let through by the community office. */
export function released(stored: StoredComplaint, call: Call<unknown>): StoredComplaint {
  const { key, now } = call
  const by = actorBy('complaint:release', call)
  const through = <T extends Pick<StoredEvent, 'check'>>(words: T): T =>
    words.check.state === 'held' ? { ...words, check: PASSED } : words
  const madeBy = { id: key.id, request: key.request }
  return {
    ...through(stored),
    events: stored.events.map(through),
    releases: [...stored.releases, { at: now.toISOString(), by, madeBy }],
  }
}

/** What the next read would find. */
export function withNext(found: FoundComplaint, stored: StoredComplaint): FoundComplaint {
  const events = new Map([...found.events, ...stored.events].map((event) => [event.seq, event]))
  return { stored, version: found.version + 1, events: [...events.values()] }
}
