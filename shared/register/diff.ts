import * as z from '#shared/kernel/zod.ts'
import type { RegisterUnit } from './register.ts'

const CHANGED_FIELDS = [
  'area',
  'owners',
  'status',
  'kind',
  'representative',
  'developer',
  'other',
] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]

/** A unit as a comparison shows it: names masked, owners sorted by key. */
const UnitFace = z.object({
  kind: z.enum(['home', 'commercial', 'parking']),
  areaCenti: z.int(),
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  owners: z.array(z.string()),
  developer: z.string().optional(),
  representative: z.string().optional(),
})
export type UnitFace = z.infer<typeof UnitFace>

/** `fields` says what differs where both are there: two owners may look alike once masked. */
export const UnitChange = z.object({
  unit: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  fields: z.array(z.enum(CHANGED_FIELDS)),
  before: UnitFace.optional(),
  after: UnitFace.optional(),
})
export type UnitChange = z.infer<typeof UnitChange>

/** What happened to one unit between two versions of a register, rows and all. */
export interface UnitDiff {
  readonly unit: string
  readonly before?: RegisterUnit
  readonly after?: RegisterUnit
}

/** Units that differ, in order of label. Linear in the units. */
export function diffOf(
  before: readonly RegisterUnit[],
  after: readonly RegisterUnit[],
): readonly UnitDiff[] {
  const old = new Map(before.map((unit) => [unit.label, unit]))
  const diffs: UnitDiff[] = []
  for (const unit of after) {
    const was = old.get(unit.label)
    old.delete(unit.label)
    if (!was) diffs.push({ unit: unit.label, after: unit })
    else if (fieldsOf(was, unit).length > 0)
      diffs.push({ unit: unit.label, before: was, after: unit })
  }
  for (const unit of old.values()) diffs.push({ unit: unit.label, before: unit })
  return diffs.sort((a, b) => (a.unit < b.unit ? -1 : 1))
}

const isSameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const NAMED = new Set<string>([
  ...(['label', 'building', 'areaCenti', 'owners', 'status'] as const),
  ...(['kind', 'representative', 'developer'] as const),
] satisfies readonly (keyof RegisterUnit)[])

/** By their names in order, so that two rows written in another order say the same. */
const rest = (unit: RegisterUnit) =>
  Object.entries(unit)
    .filter(([name]) => !NAMED.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))

export function fieldsOf(before: RegisterUnit, after: RegisterUnit): readonly ChangedField[] {
  const differs: Readonly<Record<ChangedField, boolean>> = {
    area: before.areaCenti !== after.areaCenti,
    owners: !isSameText(before.owners, after.owners),
    status: before.status !== after.status,
    kind: before.kind !== after.kind,
    representative: before.representative !== after.representative,
    developer: before.developer !== after.developer,
    other: !isSameText(rest(before), rest(after)),
  }
  return CHANGED_FIELDS.filter((field) => differs[field])
}

export const kindOfDiff = ({ before, after }: UnitDiff): UnitChange['change'] => {
  if (!before) return 'added'
  return after ? 'changed' : 'removed'
}

/** @param nameOf the name to show for an owner's key, masked where it has to be */
export function shownDiff(diff: UnitDiff, nameOf: (key: string) => string): UnitChange {
  const { unit, before, after } = diff
  const face = (of: RegisterUnit): UnitFace => ({
    kind: of.kind,
    areaCenti: of.areaCenti,
    status: of.status,
    owners: of.owners.map(nameOf),
    ...(of.developer !== undefined && { developer: nameOf(of.developer) }),
    ...(of.representative !== undefined && { representative: nameOf(of.representative) }),
  })
  return {
    unit,
    change: kindOfDiff(diff),
    fields: before && after ? [...fieldsOf(before, after)] : [],
    ...(before && { before: face(before) }),
    ...(after && { after: face(after) }),
  }
}
