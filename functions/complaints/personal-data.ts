import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { keptUntil, retentionOf } from '#shared/privacy/retention.ts'
import type { Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { complaintsIn } from './repository.ts'
import type { FoundComplaint } from './stored.ts'

interface Needs {
  readonly table: Table
  /** Every community of the deployment: who moved away filed where they lived before. */
  readonly communities: () => Promise<readonly string[]>
}

const PAGE = 100

/** Complaints a person filed. With the account they leave every list, and are kept for a dispute that may still come. */
export const complaintData = ({ table, communities }: Needs): PersonalData => {
  const mine = async (person: string): Promise<readonly FoundComplaint[]> => {
    const all = []
    for (const community of await communities())
      all.push(...(await mineIn(table, community, person)))
    return all
  }
  return {
    feature: 'complaints',
    async export(person, now) {
      const found = await mine(person)
      const lines = found.map(({ stored: { number, text, filedAt } }) => ({
        label: `${formatNumber(number)}，${formatTime(new Date(filedAt), now)}`,
        value: text,
      }))
      const data = found.map(exported)
      return [{ feature: 'complaints', title: '我提交的投诉', lines, data }]
    },
    async foresee(person, now) {
      const found = await mine(person)
      if (found.length === 0) return { erased: [], frozen: [] }
      const until = dayOf(keptUntil('complaints', now))
      const what = `您提交的 ${found.length} 件投诉`
      return { erased: [], frozen: [{ what, until, ground: retentionOf('complaints').source }] }
    },
    async erase(person, now) {
      const until = keptUntil('complaints', now).toISOString()
      const frozen = { at: now.toISOString(), until, openings: [] }
      for (const found of await mine(person)) {
        const { community } = found.stored
        await complaintsIn(table, { community, code: '' }).save(
          // What was merged into it must not be buried with it.
          { ...found.stored, frozen, letGoAt: frozen.at },
          found,
        )
      }
    },
  }
}

async function mineIn(table: Table, community: string, person: string): Promise<FoundComplaint[]> {
  const complaints = complaintsIn(table, { community, code: '' })
  const found: FoundComplaint[] = []
  let cursor: string | undefined
  do {
    const page = await complaints.mine(person, { limit: PAGE, ...(cursor && { cursor }) })
    for (const { number } of page.items) {
      const one = await complaints.find(number)
      if (one && !one.stored.frozen) found.push(one)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

function exported({ stored, events }: FoundComplaint) {
  const { number, community, category, life, place, text, photos, filedAt } = stored
  const { state } = life
  const timeline = events.map(({ at, kind, text: said, rating, ...event }) => ({
    ...{ at, kind, said, rating },
    ...(event.voice !== undefined && { voice: event.voice }),
  }))
  return { number, community, category, state, place, text, photos, filedAt, timeline }
}
