import * as z from '#shared/kernel/zod.ts'
import { PURPOSE_IDS, type PurposeId } from '#shared/privacy/purposes.ts'
import type { Answers } from '#shared/privacy/rules.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key, Table } from '../platform/table/table.ts'

// CONSENT#<person> | ANSWERS    one item: what was answered last to each purpose, and every answer before
//   wake                          something that rested on a consent has still to be ended
const FORMAT = 1
export const CONSENT_KIND = 'CONSENT'

const StoredAnswer = z.object({
  purpose: z.enum(PURPOSE_IDS),
  state: z.enum(['given', 'refused', 'withdrawn']),
  version: z.int(),
  at: z.string(),
})
export type StoredAnswer = z.infer<typeof StoredAnswer>

/** In the order in which they were given. A person may have to prove either way: none is forgotten. */
const StoredConsents = z.object({
  answers: z.array(StoredAnswer),
  /** Taken back, and what rested on it not ended yet. */
  ending: z.array(z.enum(PURPOSE_IDS)).default([]),
})

export interface FoundConsents {
  readonly all: readonly StoredAnswer[]
  readonly answers: Answers
  readonly ending: readonly PurposeId[]
  readonly version: number
}

/** Somebody who toggles for ever keeps the item small: of what is older than this many, only the latest count. */
const REMEMBERED = 500

const keyOf = (person: string): Key => ({ pk: `${CONSENT_KIND}#${person}`, sk: 'ANSWERS' })
export const personOfConsents = ({ pk }: Key): string => pk.slice(CONSENT_KIND.length + 1)

const NOTHING: z.infer<typeof StoredConsents> = { answers: [], ending: [] }

export const consentsIn = (table: Table) => ({
  async find(person: string): Promise<FoundConsents> {
    const item = await table.get(keyOf(person))
    const { answers: all, ending } = item ? StoredConsents.parse(item.data) : NOTHING
    return { all, answers: latest(all), ending, version: item?.version ?? 0 }
  },
  /**
   * In one write with a withdrawal stands what it ends, until `ended` says that it has.
   * @throws ConflictError where another answer came meanwhile
   */
  async add(
    person: string,
    found: FoundConsents,
    answers: readonly StoredAnswer[],
    now: Date,
  ): Promise<void> {
    const all = [...found.all, ...answers].slice(-REMEMBERED)
    const withdrawn = answers.filter(({ state }) => state === 'withdrawn')
    const ending = [...found.ending, ...withdrawn.map(({ purpose }) => purpose)]
    await table.put(itemOf(person, found, all, [...new Set(ending)], now))
  },
  /** @throws ConflictError where another answer came meanwhile */
  ended: (person: string, found: FoundConsents, now: Date): Promise<void> =>
    table.put(itemOf(person, found, found.all, [], now)),
  /** The account is closed: kept as proof until then. @throws ConflictError where an answer came meanwhile */
  async keepUntil(person: string, found: FoundConsents, until: Date, now: Date): Promise<void> {
    const expiresAt = Math.floor(until.getTime() / 1_000)
    await table.put({ ...itemOf(person, found, found.all, [], now), expiresAt })
  },
})
export type Consenting = ReturnType<typeof consentsIn>

function itemOf(
  person: string,
  { version }: FoundConsents,
  answers: readonly StoredAnswer[],
  ending: readonly PurposeId[],
  now: Date,
): Item {
  const key = keyOf(person)
  const data = { answers: [...answers], ending: [...ending] }
  const wake = ending.length > 0 ? { wake: wakeAt(key, now) } : {}
  return { version: version + 1, v: FORMAT, data, ...wake, ...key }
}

const latest = (all: readonly StoredAnswer[]): Answers =>
  Object.fromEntries(all.map(({ purpose, ...answer }) => [purpose, answer]))
