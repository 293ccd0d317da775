import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { isOver, remindAt } from '#shared/emergencies/rules.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import {
  ConflictError,
  type Item,
  type Key,
  type Range,
  type Table,
} from '../platform/table/table.ts'
import {
  cardOf,
  ListedCard,
  reporterOf,
  StoredEmergency,
  StoredTick,
  type FoundEmergency,
  type StoredActor,
} from './stored.ts'

// EMERGENCY#<community>#<emergency> | STATE            what happened, with its events
//   by1 EM#<community>#live | <reportedAt>#<emergency>     until somebody has looked back at it, or put it aside
//   by1 EM#<community>#past | <reportedAt>#<emergency>
//   by2 EMBY#<community>#<person> | <reportedAt>#<emergency>   who reported it; gone with the account
//   wake                                                   somebody to tell or to record, nobody confirmed it, or kept long enough
// EMERGENCY#<community>#<emergency> | TICK#<step>#<person>   a step done: one item each, so that two never meet
// EMERGENCIES#<community>#<person> | <day>#<emergency>   that the person has reported that day; forgotten by itself
// A street's list asks each of its communities: one that changes its street takes what happens there along.
const FORMAT = 1
const STATE = 'STATE'
export type Stage = 'live' | 'past'
export type Listing = Pick<Range, 'limit' | 'cursor' | 'to'>
export type Emergencies = ReturnType<typeof emergenciesIn>

const partitionOf = (community: string, emergency: string): string =>
  `EMERGENCY#${community}#${emergency}`

export const keptUntilOf = ({ life, changedAt }: StoredEmergency): Date | undefined =>
  isOver(life) ? keptUntil('emergencies', new Date(changedAt)) : undefined

function dueAt(stored: StoredEmergency): Date | undefined {
  const { untold, audit, changedAt, life } = stored
  if (untold.length > 0 || audit.length > 0) return new Date(changedAt)
  return remindAt(life) ?? keptUntilOf(stored)
}

export function stateItem(stored: StoredEmergency, version: number): Item {
  const { community, emergency, life } = stored
  const key: Key = { pk: partitionOf(community, emergency), sk: STATE }
  const sk = `${life.reportedAt}#${emergency}`
  const { person } = reporterOf(stored)
  const due = dueAt(stored)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: cardOf(stored),
    by1: { pk: `EM#${community}#${isOver(life) ? 'past' : 'live'}`, sk },
    ...(person !== '' && { by2: { pk: `EMBY#${community}#${person}`, sk } }),
    wake: due && wakeAt(key, due),
    ...key,
  }
}

/** Access patterns: above. */
export const emergenciesIn = (table: Table, community: string) => ({
  community,
  /** One query. */
  async find(emergency: string): Promise<FoundEmergency | undefined> {
    const { items } = await table.query(partitionOf(community, emergency))
    const state = items.find(({ sk }) => sk === STATE)
    const ticks = items.filter((item) => item !== state).map(({ data }) => StoredTick.parse(data))
    return state && { ...foundIn(state), ticks }
  },
  /** @throws ConflictError where it exists */
  add: (stored: StoredEmergency): Promise<void> => table.put(stateItem(stored, 1)),
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (stored: StoredEmergency, { version }: Pick<FoundEmergency, 'version'>): Promise<void> =>
    table.put(stateItem(stored, version + 1)),
  /** @throws ConflictError where the same person does it at the same moment */
  async tick(emergency: string, data: StoredTick): Promise<void> {
    const key: Key = {
      pk: partitionOf(community, emergency),
      sk: `TICK#${data.step}#${data.by.person}`,
    }
    const stands = await table.get(key)
    await table.put({ version: (stands?.version ?? 0) + 1, v: FORMAT, data, ...key })
  },
  /** One index query, latest first. */
  list: (stage: Stage, listing: Listing) =>
    cards(table, 'by1', `EM#${community}#${stage}`, listing),
  reportedBy: (person: string, listing: Listing) =>
    cards(table, 'by2', `EMBY#${community}#${person}`, listing),
  /** How many reports of the person there are today, this one among them however often it is sent. */
  async countReport({ person }: StoredActor, id: string, now: Date): Promise<number> {
    const day = dayOf(now)
    const pk = `EMERGENCIES#${community}#${person}`
    const expiresAt = startOfDay(addDays(day, 2)).getTime() / 1_000
    const note: Item = { pk, sk: `${day}#${id}`, version: 1, v: FORMAT, data: {}, expiresAt }
    await table.put(note).catch((err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
    })
    return table.count(pk, { prefix: `${day}#` })
  },
})

async function cards(table: Table, index: 'by1' | 'by2', pk: string, listing: Listing) {
  const page = await table.queryIndex(index, pk, { ...listing, reverse: true })
  return { ...page, items: page.items.map(({ card }) => ListedCard.parse(card)) }
}

export const foundIn = ({ data, version }: Item): FoundEmergency => ({
  stored: StoredEmergency.parse(data),
  version,
  ticks: [],
})

/** All of it, what decides last, so that a crash is taken up again. */
export async function removeWhole(
  table: Table,
  { community, emergency }: StoredEmergency,
): Promise<number> {
  const { items } = await table.query(partitionOf(community, emergency))
  const last = items.filter(({ sk }) => sk === STATE)
  for (const item of [...items.filter(({ sk }) => sk !== STATE), ...last]) {
    await table.delete(item, item.version)
  }
  return items.length
}
