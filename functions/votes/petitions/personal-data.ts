import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import { retentionOf } from '#shared/privacy/retention.ts'
import type { IndexRow, Table } from '../../platform/table/table.ts'
import type { PersonalData } from '../../privacy/offers.ts'
import { isSupport, petitionedPartition, petitionIn, removalOf } from './items.ts'
import { petitionsIn } from './repository.ts'
import type { FoundPetition } from './stored.ts'

interface Needs {
  readonly table: Table
  /** Every community of the deployment: who moved away asked where they lived before. */
  readonly communities: () => Promise<readonly string[]>
}

interface Asked {
  readonly petition: FoundPetition
  readonly as: 'started' | 'joined'
  readonly at: string
}

const PAGE = 100

/**
 * Petitions a person started or joined. An assembly that has to be called rests on them: a closed account leaves them
 * as they are, and no screen names who started one.
 */
export const petitionData = ({ table, communities }: Needs): PersonalData => {
  const askedBy = async (person: string): Promise<readonly Asked[]> => {
    const all: Asked[] = []
    for (const community of await communities()) {
      all.push(...(await askedIn(table, community, person)))
    }
    return all
  }
  return {
    feature: 'petitions',
    async export(person, now) {
      const asked = await askedBy(person)
      const lines = asked.map(({ petition, as, at }) => ({
        label: `${petition.title}，${formatTime(new Date(at), now)}`,
        value: as === 'started' ? '您发起' : '您参加联名',
      }))
      return [{ feature: 'petitions', title: '我的联名', lines, data: asked.map(exported) }]
    },
    async foresee(person) {
      const asked = await askedBy(person)
      const until = asked
        .map(({ petition }) => dayOf(removalOf(petition)))
        .sort()
        .at(-1)
      if (until === undefined) return { erased: [], frozen: [] }
      const count = new Set(asked.map(({ petition }) => petition.petition)).size
      const what = `您发起和参加的 ${count} 件联名`
      return { erased: [], frozen: [{ what, until, ground: retentionOf('petitions').source }] }
    },
    erase: () => Promise.resolve(),
  }
}

async function askedIn(table: Table, community: string, person: string): Promise<Asked[]> {
  const petitions = petitionsIn(table, community)
  const asked: Asked[] = []
  let cursor: string | undefined
  do {
    const range = { limit: PAGE, ...(cursor !== undefined && { cursor }) }
    const page = await table.queryIndex('by2', petitionedPartition(community, person), range)
    const found = await Promise.all(page.items.map((row) => petitions.find(petitionIn(row))))
    for (const [n, row] of page.items.entries()) {
      const petition = found[n]
      if (petition) asked.push({ petition, ...partIn(row) })
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return asked
}

const partIn = (row: IndexRow): Pick<Asked, 'as' | 'at'> => ({
  as: isSupport(row) ? 'joined' : 'started',
  at: row.at.slice(0, -petitionIn(row).length - 1),
})

const exported = ({ petition, as, at }: Asked) => ({
  ...{ community: petition.community, petition: petition.petition, title: petition.title, as, at },
  ...(as === 'started' && { text: petition.text, reason: petition.reason }),
})
