import type { calendar } from '#shared/clocks/contract.ts'
import { mayTakeTable, MOST_VERSIONS } from '#shared/clocks/giving-a-table.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import type { Input } from '#shared/kernel/route.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { FoundYear, GivenVersion, StoredYear, Tables } from './tables.ts'

type Given = Input<typeof calendar.give>

/** Adds the next version of a year's table; the same request again finds the one it made. */
export async function giveTable(given: Given, call: Call<Tables>): Promise<GivenVersion> {
  const { repository, key, now } = call
  const { year } = given
  const found = await repository.find(year)
  const made = madeBefore(found, key)
  if (made) return made

  const { stored, added } = nextVersion(given, found, call)
  try {
    await repository.save(year, stored, found, now)
    return added
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
    const meanwhile = await repository.find(year)
    const own = madeBefore(meanwhile, key)
    if (own) return own
    throw changed(year, versionOf(year, meanwhile) ?? 0)
  }
}

const madeBefore = ({ stored }: FoundYear, key: Call<unknown>['key']): GivenVersion | undefined =>
  stored.versions.find(({ madeBy }) => isRepetition(madeBy, key))

/** The one that counts; 0 came with the program. */
const versionOf = (year: number, { stored }: FoundYear): number | undefined =>
  stored.versions[stored.versions.length - 1]?.version ??
  (YEAR_TABLES.some((one) => one.year === year) ? 0 : undefined)

const changed = (year: number, version: number): RefusedError =>
  new RefusedError('clocks.table_changed', { year, version })

function nextVersion(
  { replaces, ...given }: Given,
  found: FoundYear,
  { person, name, now, key }: Call<Tables>,
): { readonly stored: StoredYear; readonly added: GivenVersion } {
  const { year } = given
  const table = accepted(mayTakeTable(given, now))
  const before = versionOf(year, found)
  if (before !== replaces) throw changed(year, before ?? 0)
  if (found.stored.versions.length >= MOST_VERSIONS) {
    throw new RefusedError('clocks.too_many_versions', { year, most: MOST_VERSIONS })
  }
  const added: GivenVersion = {
    ...table,
    version: (before ?? 0) + 1,
    givenAt: now.toISOString(),
    givenBy: maskName(name),
    by: person,
    madeBy: { id: key.id, request: key.request },
  }
  const entry = {
    id: `table-${year}-${added.version}`,
    at: added.givenAt,
    scope: 'platform',
    by: person,
    act: 'clocks.give_table' as const,
    subject: String(year),
    detail: { version: added.version, source: added.source },
  }
  const { versions, audit } = found.stored
  return { added, stored: { versions: [...versions, added], audit: [...audit, entry] } }
}
