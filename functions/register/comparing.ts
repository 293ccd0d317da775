import { diffOf, shownDiff, type UnitChange, type UnitDiff } from '#shared/register/diff.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Table } from '../platform/table/table.ts'
import type { Settled } from './pages.ts'
import { allRows, versionNumbered } from './repository.ts'

type Named = Pick<Settled, 'owners'>

/** Masked; a company's name is nobody's secret. */
export const shownName = (
  { name, organisation }: { readonly name: string; readonly organisation: boolean },
  full: boolean,
): string => (full || organisation ? name : maskName(name))

/** Units that differ, as a list shows them. */
export function changesBetween(before: Settled | undefined, after: Settled): readonly UnitChange[] {
  return shown(diffOf(before?.units ?? [], after.units), [after, ...(before ? [before] : [])])
}

export function shown(diffs: readonly UnitDiff[], named: readonly Named[]): readonly UnitChange[] {
  const names = new Map(
    named.flatMap(({ owners }) => owners.map((owner) => [owner.key, shownName(owner, false)])),
  )
  return diffs.map((diff) => shownDiff(diff, (key) => names.get(key) ?? ''))
}

/** Labels of units whose owners differ between two versions, in order. */
export async function unitsWithOtherOwners(
  table: Table,
  community: string,
  from: number,
  to: number,
): Promise<readonly string[]> {
  const ownersIn = async (number: number): Promise<ReadonlyMap<string, string>> => {
    const version = await versionNumbered(table, community, number)
    const units = version ? await allRows(table, community, version, 'units') : []
    return new Map(units.map(({ label, owners }) => [label, owners.join('+')]))
  }
  const [before, after] = await Promise.all([ownersIn(from), ownersIn(to)])
  const labels = new Set([...before.keys(), ...after.keys()])
  return [...labels].filter((label) => before.get(label) !== after.get(label)).sort()
}
