import { formatTime } from '#shared/kernel/calendar.ts'
import type { Table } from '../platform/table/table.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { correctionsIn, type FoundCorrection } from './correction-repository.ts'
import type { PersonalData } from './personal-data.ts'

interface Needs {
  readonly table: Table
  readonly now: () => Date
  readonly communities: () => Promise<readonly string[]>
}

const MOST = 100

/** What a person asked to have corrected: with the account it goes. */
export const correctionData = ({ table, now, communities }: Needs): PersonalData => {
  const mine = async (person: string): Promise<readonly FoundCorrection[]> => {
    const all = []
    for (const community of await communities()) {
      all.push(...(await correctionsIn(table, { community }).mine(person, { limit: MOST })).items)
    }
    return all
  }
  return {
    feature: 'corrections',
    async export(person, at) {
      const found = (await mine(person)).map(({ stored }) => stored)
      const lines = found.map(({ text, askedAt }) => ({
        label: formatTime(new Date(askedAt), at),
        value: text,
      }))
      const data = found.map(({ about, text, state, askedAt, answeredAt, answer }) => ({
        ...{ about, text, state, askedAt, answeredAt, answer },
      }))
      return [{ feature: 'corrections', title: '申请过的更正', lines, data }]
    },
    async foresee(person) {
      const count = (await mine(person)).length
      return { erased: count === 0 ? [] : [`${count} 条更正申请`], frozen: [] }
    },
    async erase(person) {
      for (let left = await mine(person); left.length > 0; left = await mine(person)) {
        for (const found of left) {
          await auditTrail({ table, now }).append(found.stored.audit)
          await correctionsIn(table, found.stored).remove(found)
        }
      }
    },
  }
}
