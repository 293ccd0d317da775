import { formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { IndexRow, Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { cosignedPartition, NOBODY, numberIn } from './items.ts'

interface Needs {
  readonly table: Table
  /** Every community of the deployment: who moved away joined in where they lived before. */
  readonly communities: () => Promise<readonly string[]>
}

interface Joined {
  readonly community: string
  readonly number: string
  readonly unit: string
  /** ISO instant. */
  readonly at: string
  readonly row: IndexRow
}

const PAGE = 100

/** Complaints a person joined in. The home that joined counts on, as it counted for the household; who of it did goes. */
export const cosignData = ({ table, communities }: Needs): PersonalData => {
  const joinedBy = async (person: string): Promise<readonly Joined[]> => {
    const all: Joined[] = []
    for (const community of await communities()) {
      all.push(...(await joinedIn(table, community, person)))
    }
    return all
  }
  return {
    feature: 'cosigns',
    async export(person, now) {
      const joined = await joinedBy(person)
      const lines = joined.map(({ number, unit, at }) => ({
        label: `${formatNumber(number)}，${formatTime(new Date(at), now)}`,
        value: `以 ${unit} 加入`,
      }))
      const data = joined.map(({ community, number, unit, at }) => ({
        community,
        number,
        unit,
        at,
      }))
      return [{ feature: 'cosigns', title: '点过“我也是”的投诉', lines, data }]
    },
    async foresee(person) {
      const joined = await joinedBy(person)
      const erased =
        joined.length === 0 ? [] : [`您点“我也是”加入 ${joined.length} 件投诉的记录（只留户数）`]
      return { erased, frozen: [] }
    },
    async erase(person) {
      for (const { row } of await joinedBy(person)) await forget(table, row, person)
    },
  }
}

async function joinedIn(table: Table, community: string, person: string): Promise<Joined[]> {
  const joined: Joined[] = []
  let cursor: string | undefined
  do {
    const range = { limit: PAGE, ...(cursor && { cursor }) }
    const page = await table.queryIndex('by2', cosignedPartition(community, person), range)
    for (const row of page.items) {
      const number = numberIn(row.at)
      const at = row.at.slice(0, -number.length - 1)
      joined.push({ community, number, unit: row.sk, at, row })
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return joined
}

/** @throws ConflictError where it is written meanwhile: the sweep comes again */
async function forget(table: Table, { pk, sk }: IndexRow, person: string): Promise<void> {
  const item = await table.get({ pk, sk })
  if ((item?.data as { person?: string } | undefined)?.person !== person || !item) return
  await table.put({
    ...item,
    version: item.version + 1,
    data: { person: NOBODY },
    by2: undefined,
  })
}
