import { KIND_NAMES } from '#shared/emergencies/kinds.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { emergenciesIn } from './repository.ts'
import type { FoundEmergency } from './stored.ts'

interface Needs {
  readonly table: Table
  /** Every community of the deployment: who moved away reported where they lived before. */
  readonly communities: () => Promise<readonly string[]>
}

const PAGE = 100

/** What a person reported. With the account go who it was and the words; that it happened stays. */
export function emergencyData({ table, communities }: Needs): PersonalData {
  const mine = async (person: string): Promise<readonly FoundEmergency[]> => {
    const found: FoundEmergency[] = []
    for (const community of await communities()) {
      const there = emergenciesIn(table, community)
      let cursor: string | undefined
      do {
        const page = await there.reportedBy(person, { limit: PAGE, ...(cursor && { cursor }) })
        for (const { emergency } of page.items) {
          const one = await there.find(emergency)
          if (one) found.push(one)
        }
        cursor = page.cursor
      } while (cursor !== undefined)
    }
    return found
  }
  return {
    feature: 'emergencies',
    async export(person, now) {
      const data = (await mine(person)).map(({ stored }) => {
        const { community, place, note, photos, life } = stored
        const { kind, state, reportedAt } = life
        return { community, kind, place, state, note, photos, reportedAt }
      })
      const lines = data.map(({ kind, place, note = '', reportedAt }) => ({
        label: `${KIND_NAMES[kind]}，${formatTime(new Date(reportedAt), now)}`,
        value: [place, note].filter((word) => word !== '').join('，'),
      }))
      return [{ feature: 'emergencies', title: '我上报的突发事件', lines, data }]
    },
    async foresee(person) {
      const { length } = await mine(person)
      return { erased: length === 0 ? [] : [`${length} 件突发事件的上报人和说明`], frozen: [] }
    },
    async erase(person) {
      for (const found of await mine(person)) {
        const { stored } = found
        const [first, ...rest] = stored.events
        if (!first.by) continue
        const nobody = { ...first, by: { ...first.by, person: '', name: '（已注销）' } }
        await emergenciesIn(table, stored.community).save(
          { ...stored, note: undefined, events: [nobody, ...rest] },
          found,
        )
      }
    },
  }
}
