import { checkFrom, PASSED } from '#shared/complaints/content-check.ts'
import type { ComplaintAct, ComplaintState } from '#shared/complaints/contract.ts'
import type { Permission } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { actorBy } from './actor.ts'
import type { StoredComplaint, StoredEvent } from './stored.ts'

/** What comes with an act. */
export interface Said {
  readonly text?: string | undefined
  readonly photos?: readonly string[]
  readonly rating?: number
}

const EVENTS = {
  accept: 'accepted',
  reply: 'replied',
  resolve: 'resolved',
  confirm: 'confirmed',
  dispute: 'disputed',
} as const satisfies Partial<Record<ComplaintAct, ComplaintState>>

const PERMISSION: Readonly<Record<ComplaintAct, Permission>> = {
  accept: 'complaint:handle',
  reply: 'complaint:handle',
  resolve: 'complaint:handle',
  confirm: 'complaint:close',
  dispute: 'complaint:close',
  release: 'complaint:release',
}

/** The complaint after an act that the rules allowed, which led to `state`. */
export function afterAct(
  stored: StoredComplaint,
  act: ComplaintAct,
  state: ComplaintState,
  said: Said,
  call: Call<unknown>,
): StoredComplaint {
  const at = call.now.toISOString()
  const by = actorBy(PERMISSION[act], call)
  const madeBy = { id: call.key.id, request: call.key.request }
  if (act === 'release') return released(stored, { at, by, madeBy })

  const { text, photos = [], rating } = said
  const event: StoredEvent = {
    seq: stored.lastSeq + 1,
    at,
    kind: EVENTS[act],
    by,
    // A confirmation may come with an empty comment.
    text: text === '' ? undefined : text,
    photos: [...photos],
    rating,
    check: text && needsCheck(act) ? checkFrom(call.now) : PASSED,
    madeBy,
  }
  return {
    ...stored,
    state,
    changedAt: at,
    disputes: stored.disputes + (act === 'dispute' ? 1 : 0),
    lastSeq: event.seq,
    events: [...stored.events, event],
  }
}

/** Residents' words are checked; staff answer for theirs. */
const needsCheck = (act: ComplaintAct): boolean => PERMISSION[act] === 'complaint:close'

function released(
  stored: StoredComplaint,
  release: StoredComplaint['releases'][number],
): StoredComplaint {
  const through = <T extends Pick<StoredEvent, 'check'>>(words: T): T =>
    words.check.state === 'held' ? { ...words, check: PASSED } : words
  return {
    ...through(stored),
    events: stored.events.map(through),
    releases: [...stored.releases, release],
  }
}
