import * as z from '#shared/kernel/zod.ts'
import { PURPOSE_IDS, type PurposeId } from '#shared/privacy/purposes.ts'
import type { Answer, Answers } from '#shared/privacy/rules.ts'
import type { Key, Table } from '../platform/table/table.ts'

// CONSENT#<person> | ANSWERS    one item: what was answered last to each purpose, and every answer before
const FORMAT = 1

const StoredAnswer = z.object({
  purpose: z.enum(PURPOSE_IDS),
  state: z.enum(['given', 'refused', 'withdrawn']),
  version: z.int(),
  at: z.string(),
})
export type StoredAnswer = z.infer<typeof StoredAnswer>

/** In the order in which they were given. A person may have to prove either way: none is forgotten. */
const StoredConsents = z.object({ answers: z.array(StoredAnswer) })

export interface FoundConsents {
  readonly all: readonly StoredAnswer[]
  readonly answers: Answers
  readonly version: number
}

/** Somebody who toggles for ever keeps the item small: of what is older than this many, only the latest count. */
const REMEMBERED = 500

const keyOf = (person: string): Key => ({ pk: `CONSENT#${person}`, sk: 'ANSWERS' })

export const consentsIn = (table: Table) => ({
  async find(person: string): Promise<FoundConsents> {
    const item = await table.get(keyOf(person))
    const all = item ? StoredConsents.parse(item.data).answers : []
    return { all, answers: latest(all), version: item?.version ?? 0 }
  },
  /** @throws ConflictError where another answer came meanwhile */
  async add(person: string, found: FoundConsents, id: PurposeId, answer: Answer): Promise<void> {
    const answers = [...found.all, { purpose: id, ...answer }].slice(-REMEMBERED)
    const version = found.version + 1
    await table.put({ ...keyOf(person), version, v: FORMAT, data: { answers } })
  },
})
export type Consenting = ReturnType<typeof consentsIn>

const latest = (all: readonly StoredAnswer[]): Answers =>
  Object.fromEntries(all.map(({ purpose, ...answer }) => [purpose, answer]))
