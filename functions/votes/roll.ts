import { createHash } from 'node:crypto'
import { maskName } from '#shared/people/rules.ts'
import { headKeyOf, headsOf, type Head, type Unit } from '#shared/votes/counting/heads.ts'
import type { ScopePlace } from '#shared/votes/scope/scope.ts'
import { rollOf, type Roll } from '#shared/votes/counting/roll.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Json } from '../platform/table/table.ts'
import type { RollUnit as RegisterRollUnit } from '../register/offers.ts'
import { RollUnit } from './stored.ts'

/** A head under the id by which ballots and people refer to it. */
export interface RollHead extends Head {
  readonly id: string
  readonly isDeveloper: boolean
}

/** Who counts how much, ready to be looked up. */
export interface VotersRoll extends Roll {
  readonly heads: readonly RollHead[]
  /** Units that count. */
  readonly units: number
  readonly byId: ReadonlyMap<string, RollHead>
  /** Every head of somebody who is these owners on the register. */
  headsOf(selves: readonly string[]): readonly RollHead[]
  /** Masked. */
  nameOf(owner: string): string
}

/** The id says nothing to whoever does not know the owners' keys. */
const idOf = (head: Head): string =>
  createHash('sha256').update(head.key).digest('base64url').slice(0, 22)

/** @throws RefusedError where the areas cannot be added exactly */
export function votersRoll(units: readonly RollUnit[], parkingCounted: boolean): VotersRoll {
  const developers = new Set(units.flatMap(({ developer }) => developer ?? []))
  const heads = headsOf(
    units.map(countedUnit),
    { parkingCounted, scopeUnits: null },
    representativesOf(units),
  ).map((head): RollHead => ({
    ...head,
    id: idOf(head),
    isDeveloper: head.owners.some((owner) => developers.has(owner)),
  }))
  const { total } = accepted(rollOf(heads))
  const byOwner = new Map<string, RollHead[]>()
  for (const head of heads)
    for (const owner of head.owners) byOwner.set(owner, [...(byOwner.get(owner) ?? []), head])
  const names = new Map(units.flatMap((unit) => unit.owners.map(({ key, name }) => [key, name])))
  return {
    heads,
    total,
    units: heads.reduce((sum, head) => sum + head.units.length, 0),
    byId: new Map(heads.map((head) => [head.id, head])),
    headsOf: (selves) => [...new Set(selves.flatMap((owner) => byOwner.get(owner) ?? []))],
    nameOf: (owner) => names.get(owner) ?? '',
  }
}

const countedUnit = ({ unit, areaCenti, owners, status, kind, developer }: RollUnit): Unit => ({
  id: unit,
  areaCenti,
  owners: owners.map(({ key }) => key),
  status,
  kind,
  ...(developer !== undefined && { developer }),
})

/** By the key of their set; a set that names several keeps the first. */
function representativesOf(units: readonly RollUnit[]): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>()
  for (const { owners, status, representative } of units) {
    if (representative === undefined || status !== 'delivered') continue
    const set = headKeyOf(owners.map(({ key }) => key))
    if (!chosen.has(set)) chosen.set(set, representative)
  }
  return chosen
}

/** Far below the 400 KB of an item, and 25 of them below what one batch may hold. */
const ROW_CHARS = 60_000

/** The units as they are stored, several to a row. */
export function rowsOfRoll(units: readonly RollUnit[]): readonly Json[] {
  const rows: RollUnit[][] = []
  let chars = ROW_CHARS
  for (const unit of units) {
    const size = JSON.stringify(unit).length
    if (chars + size > ROW_CHARS) {
      rows.push([])
      chars = 0
    }
    rows.at(-1)?.push(unit)
    chars += size
  }
  return rows
}

export const unitsOfRows = (rows: readonly Json[]): readonly RollUnit[] =>
  rows.flatMap((row) => RollUnit.array().parse(row))

/** As the roll keeps them: nothing but what counts, names masked. */
export const frozenUnits = (units: readonly RegisterRollUnit[]): readonly RollUnit[] =>
  units.map(({ unit, areaCenti, kind, status, owners, developer, representative }) => ({
    ...{ unit, areaCenti, kind, status },
    ...(developer !== undefined && { developer }),
    ...(representative !== undefined && { representative }),
    owners: owners.map(({ key, name }) => ({ key, name: maskName(name) })),
  }))

/**
 * SHA-256 over the register's version, the places it is limited to, and a line for each unit in order: changing any of
 * it changes this.
 */
export function hashOfRoll(
  version: number,
  units: readonly RollUnit[],
  scope?: readonly ScopePlace[],
): string {
  const hash = createHash('sha256').update(`${version}\n`)
  for (const { building, entrance } of scope ?? []) {
    hash.update(`${JSON.stringify([building, entrance ?? null])}\n`)
  }
  for (const { unit, areaCenti, kind, status, owners, developer, representative } of units) {
    const names = owners.map(({ key, name }) => [key, name])
    const line = [unit, areaCenti, kind, status, names, developer ?? null, representative ?? null]
    hash.update(`${JSON.stringify(line)}\n`)
  }
  return hash.digest('hex')
}
