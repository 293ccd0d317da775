import type { Session } from '#shared/sessions/contract.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import { ENDING_CODES, refreshUntil, turn, type SessionRecord } from '#shared/sessions/rules.ts'
import type { Persons } from '../people/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Keys } from '../platform/keys/keys.ts'
import { isOurs, pairOf, readRefresh } from './tokens.ts'

const unknown = (): RefusedError => new RefusedError('sessions.refresh_unknown')

/**
 * The next pair for a refresh token. Of two phones that show the same one at once, both get the same pair.
 * @throws RefusedError where it is not ours, or its family has ended, or ends by this
 */
export async function refreshed(
  persons: Pick<Persons, 'sessions' | 'grantsOf'>,
  keys: Keys,
  text: string,
  now: Date,
): Promise<Session> {
  const shown = readRefresh(text)
  if (!shown) throw unknown()
  const { person, session, generation } = shown

  const next = ({ record }: { record: SessionRecord }): Partial<SessionRecord> | undefined => {
    if (!record.refresh || !isOurs(keys, record.refresh, shown)) throw unknown()
    if (record.ended) return undefined
    const turned = turn(record.refresh, generation, now)
    if (!turned.ok) return { ended: 'reused' }
    if (turned.value === record.refresh) return undefined
    return { refresh: turned.value, seenOn: dayOf(now) }
  }
  const kept = await persons.sessions.change(person, session, next, refreshUntil(now))
  if (!kept?.record.refresh || !(await persons.grantsOf(person))) throw unknown()
  if (kept.record.ended) throw new RefusedError(ENDING_CODES[kept.record.ended])
  return pairOf(keys, person, session, kept.record.refresh)
}
