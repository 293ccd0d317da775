import { KIND_NAMES } from '#shared/emergencies/kinds.ts'
import { EVENT_NAMES, partyOf, type EventKind } from '#shared/emergencies/rules.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Scope } from '#shared/people/scopes.ts'
import type { Places } from '../communities/offers.ts'
import type { MessageOffers } from '../messages/offers.ts'
import { roleHolders } from '../people/offers.ts'
import type { Table } from '../platform/table/table.ts'
import { reporterOf, type StoredEmergency, type StoredEvent } from './stored.ts'

export interface TellNeeds {
  readonly table: Table
  readonly places: Pick<Places, 'community'>
  readonly messages: MessageOffers
}

/** Nobody is woken up by the others. */
const URGENT: readonly EventKind[] = ['report', 'confirm', 'remind']
/** Nobody who is in charge waits to hear of these, which stand on the page. */
const QUIET: readonly EventKind[] = ['handle', 'review']
const FOR_REPORTER: readonly EventKind[] = ['confirm', 'dismiss', 'restore']

const STAFF: readonly (readonly [Scope, readonly Role[]])[] = [
  ['community', ['property', 'manager', 'community']],
  ['street', ['street']],
]

/** Tells whoever has to know of what was not told yet; told twice, it is one message. */
export async function tellAbout(stored: StoredEmergency, needs: TellNeeds, now: Date) {
  for (const event of stored.events.filter(({ seq }) => stored.untold.includes(seq))) {
    for (const person of await recipients(stored, event, needs, now)) {
      await needs.messages.tell(letter(stored, event, person, now))
    }
  }
}

async function recipients(
  stored: StoredEmergency,
  { kind, by }: StoredEvent,
  { table, places }: TellNeeds,
  now: Date,
): Promise<readonly string[]> {
  const where = await places.community(stored.community)
  if (!where) return []
  const at = { community: where.id, street: where.street, district: where.district } as const
  const rows = kind === 'remind' ? [...STAFF, DISTRICT] : QUIET.includes(kind) ? [] : STAFF
  const held = rows.map(([scope, roles]) => {
    const of = at[scope as keyof typeof at]
    return of === undefined ? Promise.resolve([]) : roleHolders(table, { scope, of }, roles, now)
  })
  const reporter = FOR_REPORTER.includes(kind) ? [reporterOf(stored).person] : []
  const all = [...(await Promise.all(held)).flat(), ...reporter]
  return [...new Set(all)].filter((person) => person !== '' && person !== by?.person)
}
const DISTRICT: (typeof STAFF)[number] = ['district', ['district']]

function letter(
  { emergency, community, place, life }: StoredEmergency,
  { seq, kind, at, to, until, by }: StoredEvent,
  person: string,
  now: Date,
): Parameters<MessageOffers['tell']>[0] {
  const since = formatTime(new Date(life.reportedAt), now)
  const isOpen = kind === 'report' && to === 'reported'
  const who = partyOf(by?.role) ? '工作人员上报' : '居民上报，待核实'
  const what = kind === 'report' ? who : EVENT_NAMES[kind]
  const when = until === undefined ? '' : ` ${formatTime(new Date(until), now)}`
  return {
    event: `emergency ${emergency} ${seq}`,
    person,
    template: 'emergency',
    subject: { kind: 'emergency', id: emergency, community },
    title: `${KIND_NAMES[life.kind]}：${place}`,
    words: `${what}${when}。${since} 上报。${isOpen ? '请马上到场核实，点开确认。' : '点开查看该做什么。'}`,
    at,
    urgent: URGENT.includes(kind),
  }
}
