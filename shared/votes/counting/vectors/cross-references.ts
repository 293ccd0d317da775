import * as z from '#shared/kernel/zod.ts'
import type { VectorOutline } from './format.ts'
import type { Path, Problem } from './strict-json.ts'

// Looked at apart from the strict format, so that a mistake elsewhere in a case does not hide these.
const Identified = z.looseObject({ id: z.string() })
const Located = z.looseObject({ community: z.string() })
const Scoped = z.looseObject({ item: z.looseObject({ scopeUnits: z.array(z.unknown()) }) })

const idOf = (raw: unknown): string | undefined => Identified.safeParse(raw).data?.id

/** Ids given twice, and references to a community or unit that is not there. */
export function crossProblems({ communities, cases }: z.output<typeof VectorOutline>): Problem[] {
  const lists = communities.filter((one): one is [string, unknown[]] => Array.isArray(one[1]))
  const names = new Set(communities.map(([name]) => name))
  // Where a unit has lost its id, which one is unknown cannot be said.
  const complete = lists.filter(([, units]) => !units.map(idOf).includes(undefined))
  const unitsOf = new Map(complete.map(([name, units]) => [name, new Set(units.map(idOf))]))
  return [
    ...lists.flatMap(([name, units]) => repeatedIds(units, ['communities', name], 'unit')),
    ...repeatedIds(cases, ['cases'], 'case'),
    ...cases.flatMap((raw, i) => {
      const community = Located.safeParse(raw).data?.community
      if (community === undefined) return []
      if (!names.has(community))
        return [{ path: ['cases', i, 'community'], message: 'unknown community' }]
      const units = unitsOf.get(community)
      return units === undefined ? [] : unknownUnits(raw, i, units)
    }),
  ]
}

function repeatedIds(list: readonly unknown[], path: Path, what: string): Problem[] {
  const seen = new Set<string>()
  return list.flatMap((raw, i) => {
    const id = idOf(raw)
    if (id === undefined) return []
    if (seen.has(id)) return [{ path: [...path, i, 'id'], message: `duplicate ${what} id` }]
    seen.add(id)
    return []
  })
}

function unknownUnits(raw: unknown, i: number, units: ReadonlySet<string | undefined>): Problem[] {
  const scope = Scoped.safeParse(raw).data?.item.scopeUnits ?? []
  return scope.flatMap((unit, j) => {
    if (typeof unit !== 'string' || units.has(unit)) return []
    return [{ path: ['cases', i, 'item', 'scopeUnits', j], message: 'unknown unit' }]
  })
}
