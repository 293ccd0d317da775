import { settle } from '#shared/complaints/rules/settle.ts'
import type { Places } from '../communities/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { ignoreConflict, type Item, type Table } from '../platform/table/table.ts'
import { stateKey } from './items.ts'
import { afterSettling } from './next-complaint.ts'
import { queueOf, tidyComplaint } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { readComplaint } from './stored.ts'

interface Needs extends Pick<Ports, 'table' | 'now'> {
  readonly places: Pick<Places, 'list'>
  readonly settings: SettingsOffers
}

// FORMER#complaints | CLOCKS      once none of the former format is left in the lists
export const NO_FORMER_LEFT: Item = {
  pk: 'FORMER#complaints',
  sk: 'CLOCKS',
  version: 1,
  v: 1,
  data: {},
}
const PAGE = 100
/** Written in one go; the rest is left to the next sweep. */
const AT_ONCE = 500

/**
 * What was filed before there were clocks has nothing by which the sweep would find it, and would wait until somebody
 * acts: it is found in the lists once, begins its clocks from then on, and is kept no longer than what is filed today.
 */
export function formerComplaints(needs: Needs): () => Promise<void> {
  const { table } = needs
  let isDone = false
  return async () => {
    if (isDone) return
    isDone = (await table.get(NO_FORMER_LEFT)) !== undefined
    if (isDone || (await bringUp(needs)) > 0) return
    await table.put(NO_FORMER_LEFT).catch(ignoreConflict)
    isDone = true
  }
}

/** How many were found. */
async function bringUp(needs: Needs): Promise<number> {
  let found = 0
  for await (const community of communitiesOf(needs)) {
    for (const stage of ['open', 'done'] as const) {
      for await (const number of formerIn(needs.table, community, stage)) {
        const item = await needs.table.get(stateKey(community, number))
        if (item) await bringUpOne(needs, item)
        found += 1
        if (found === AT_ONCE) return found
      }
    }
  }
  return found
}

async function bringUpOne({ table, settings, now }: Needs, item: Item): Promise<void> {
  const stored = readComplaint(item)
  const settled = settle(stored.life, now(), await settings.terms(stored))
  const next = afterSettling(stored, settled)
  await tidyComplaint(table, next, stored, item.version).catch(ignoreConflict)
}

async function* communitiesOf({ places }: Needs): AsyncGenerator<string> {
  let cursor: string | undefined
  do {
    const page = await places.list('community', { limit: PAGE, ...(cursor && { cursor }) })
    for (const { of } of page.items) yield of
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** By their cards: those of today say at which level it is. */
async function* formerIn(
  table: Table,
  community: string,
  stage: 'open' | 'done',
): AsyncGenerator<string> {
  let cursor: string | undefined
  do {
    const page = await queueOf(table, community, stage, { limit: PAGE, ...(cursor && { cursor }) })
    for (const { number, level } of page.items) if (level === undefined) yield number
    cursor = page.cursor
  } while (cursor !== undefined)
}
