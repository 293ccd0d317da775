import type { TableVersion } from '#shared/clocks/contract.ts'
import { YearTable } from '#shared/clocks/year-table.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import * as z from '#shared/kernel/zod.ts'
import { auditWake, PendingAudit } from '../platform/audit/audit-entry.ts'
import type { Item, Key, Table } from '../platform/table/table.ts'

// CALENDAR#YEARS | <year>    every version given of a year's table, each beside the others; they never change
const FORMAT = 1
const PARTITION = 'CALENDAR#YEARS'

const GivenVersion = YearTable.extend({
  version: z.int(),
  givenAt: z.string(),
  givenBy: z.string(),
  /** Who gave it; others see the masked name. */
  by: z.string(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
})
export type GivenVersion = z.infer<typeof GivenVersion>

/** Versions in the order in which they were given. */
const StoredYear = z.object({ versions: z.array(GivenVersion), audit: PendingAudit })
export type StoredYear = z.output<typeof StoredYear>

export interface FoundYear {
  readonly stored: StoredYear
  /** Of the item; 0 where there is none yet. */
  readonly itemVersion: number
}

const keyOf = (year: number): Key => ({ pk: PARTITION, sk: String(year) })

function yearItem(year: number, stored: StoredYear, version: number, now: Date): Item {
  const key = keyOf(year)
  const wake = auditWake(key, stored.audit, now)
  return { version, v: FORMAT, data: stored, ...(wake && { wake }), ...key }
}

/** Access: the year as a whole, or all years in one query. A few KB in all. */
export const tablesOn = (table: Table) => ({
  async find(year: number): Promise<FoundYear> {
    const item = await table.get(keyOf(year))
    return item ? foundIn(item) : { stored: { versions: [], audit: [] }, itemVersion: 0 }
  },
  /** @throws ConflictError where somebody wrote after it was read */
  save: (year: number, stored: StoredYear, { itemVersion }: FoundYear, now: Date) =>
    table.put(yearItem(year, stored, itemVersion + 1, now)),
  async given(): Promise<readonly GivenVersion[]> {
    const { items } = await table.query(PARTITION)
    return items.flatMap((item) => foundIn(item).stored.versions)
  },
})
export type Tables = ReturnType<typeof tablesOn>

export const foundIn = ({ data, version }: Item): FoundYear => ({
  stored: StoredYear.parse(data),
  itemVersion: version,
})

/** What came with the program and what was given since, by year and version. */
export function allVersions(given: readonly GivenVersion[]): readonly TableVersion[] {
  const builtIn = YEAR_TABLES.map((one) => ({ ...one, version: 0 }))
  return [...builtIn, ...given].sort((a, b) => a.year - b.year || b.version - a.version)
}

/** Of each year its latest, which counts. */
export const currentOnes = (versions: readonly TableVersion[]): readonly TableVersion[] =>
  versions.filter(({ year }, n) => versions[n - 1]?.year !== year)
