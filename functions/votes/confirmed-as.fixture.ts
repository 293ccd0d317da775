import { Home } from '#shared/bindings/rules/home.ts'
import type { EndReason } from '#shared/bindings/terms.ts'
import { homesIn } from '../bindings/repository.ts'
import { emptyHome, type StoredEvent } from '../bindings/stored.ts'
import { COMMUNITY, type VoteApp } from './vote-people.fixture.ts'

interface Held {
  readonly from: string
  readonly until?: string
  readonly reason?: EndReason
  /** The only owner's, unless it says otherwise. */
  readonly owner?: string
}

export const LONG_AGO = '2026-01-01T00:00:00.000Z'

/** An officer confirmed each of these as an owner of the unit, and ended it where it is over. */
export async function confirmedAs(
  { ports }: VoteApp,
  unit: string,
  only: string,
  people: Readonly<Record<string, Held>>,
): Promise<void> {
  const homes = homesIn(ports.table)
  const events: StoredEvent[] = []
  const bindings = Object.entries(people).map(([person, held]) => {
    const { from, until, reason = 'sold', owner = only } = held
    const by = { person: '', role: 'community' as const, name: '' }
    const event = (kind: 'confirmed' | 'ended', at: string) =>
      events.push({ seq: events.length + 1, at, kind, binding: `b-${person}`, by })
    event('confirmed', from)
    if (until !== undefined) event('ended', until)
    const status = until === undefined ? 'verified' : 'ended'
    return {
      ...{ binding: `b-${person}`, person, name: person, relation: 'owner', status, owner },
      ...{ since: LONG_AGO, changedAt: until ?? from },
      ...(until !== undefined && { ended: { at: until, reason, was: 'verified' } }),
    }
  })
  const home = Home.parse({ bindings, codes: [] })
  const found = await homes.find(COMMUNITY, unit)
  const stored = { ...emptyHome(COMMUNITY, unit), ...home, events, lastSeq: events.length }
  await homes.save(stored, found.version)
  for (const person of Object.keys(people)) await homes.remember(person, COMMUNITY, unit)
}
