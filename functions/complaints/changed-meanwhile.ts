import type { ComplaintAct } from '#shared/complaints/rules/acts.ts'
import { EVENT_NAMES } from '#shared/complaints/rules/names.ts'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { FoundComplaint, StoredEvent } from './stored.ts'

/** They add to the record, and are right whatever happened before. */
const ADDING: readonly ComplaintAct[] = ['note', 'message', 'urge']

/**
 * Two who act at once: the second is told what the first did, and looks before deciding.
 * @param known the latest event the person had seen, as far as their screen says
 * @throws RefusedError `complaints.changed_meanwhile`
 */
export function demandNothingNew(
  act: ComplaintAct,
  known: number | undefined,
  { events }: FoundComplaint,
  person: string,
): void {
  if (known === undefined || ADDING.includes(act)) return
  // Let through is whatever is held: also words that came after the look at it.
  const matters = ({ facts, check }: StoredEvent): boolean =>
    facts.to !== undefined || (act === 'release' && check.state === 'held')
  const changed = events.filter(
    (event) => event.seq > known && matters(event) && event.by?.person !== person,
  )
  const last = changed[changed.length - 1]
  if (last) {
    throw new RefusedError('complaints.changed_meanwhile', {
      who: whoOf(last),
      what: `“${EVENT_NAMES[last.kind]}”`,
    })
  }
}

const whoOf = ({ by }: StoredEvent): string => (by ? `${ROLE_NAMES[by.role]} ${by.name}` : '系统')
