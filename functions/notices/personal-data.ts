import { formatTime } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Ports } from '../platform/ports.ts'
import { ignoreConflict, type Item, type Key, type Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { partitionOf, readByPartition, STATE } from './items.ts'
import { cardOf, StoredNotice } from './stored.ts'

interface Needs extends Pick<Ports, 'table' | 'keys'> {
  /** Every community of the deployment: who moved away read notices where they lived before. */
  readonly communities: () => Promise<readonly string[]>
}

const PAGE = 100
const Read = z.object({ at: z.string() })

/** Which notices a person confirmed reading. With the account it goes; that somebody read them stays in the count. */
export function noticeData({ table, keys, communities }: Needs): PersonalData {
  const readsOf = async (person: string): Promise<readonly Item[]> => {
    const found = []
    for (const community of await communities()) {
      found.push(...(await readsIn(table, community, person)))
    }
    return found
  }
  return {
    feature: 'notices',
    async export(person, now) {
      const reads = await readsOf(person)
      const titles = await titlesOf(table, reads)
      const data = reads.map((item, n) => ({
        ...{ community: item.pk.split('#')[1], title: titles[n] ?? '' },
        at: Read.parse(item.data).at,
      }))
      const lines = data.map(({ title, at }) => ({
        label: title,
        value: `${formatTime(new Date(at), now)} 读过`,
      }))
      return [{ feature: 'notices', title: '我确认读过的公告', lines, data }]
    },
    async foresee(person) {
      const { length } = await readsOf(person)
      return { erased: length === 0 ? [] : [`${length} 条公告的已读记录`], frozen: [] }
    },
    /** First a read of nobody, then the person's is gone: the count never falls, and a crash is taken up again. */
    async erase(person) {
      for (const { pk, sk, version, v } of await readsOf(person)) {
        const nobody = `~${keys.digestText('read', `${pk} ${person}`)}`
        await table.put({ pk, sk: nobody, version: 1, v, data: {} }).catch(ignoreConflict)
        await table.delete({ pk, sk }, version)
      }
    },
  }
}

/** Latest notice first. The index may be behind: what counts is whether the item is there. */
async function readsIn(table: Table, community: string, person: string): Promise<readonly Item[]> {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const range = { limit: PAGE, reverse: true, ...(cursor && { cursor }) }
    const page = await table.queryIndex('by1', readByPartition(community, person), range)
    const items = page.items.length === 0 ? [] : await table.batchGet(page.items)
    found.push(...items.flatMap((item) => item ?? []))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

async function titlesOf(table: Table, reads: readonly Item[]): Promise<readonly string[]> {
  const keys = reads.map(({ pk }): Key => {
    const [, community = '', notice = ''] = pk.split('#')
    return { pk: partitionOf(community, notice), sk: STATE }
  })
  const titles: string[] = []
  for (let start = 0; start < keys.length; start += PAGE) {
    const items = await table.batchGet(keys.slice(start, start + PAGE))
    titles.push(...items.map((item) => (item ? cardOf(StoredNotice.parse(item.data)).title : '')))
  }
  return titles
}
