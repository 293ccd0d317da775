import { parseArea } from './areas.ts'
import { compact } from './characters.ts'
import type { Field } from './columns.ts'
import { areaColumnOf, type Columns, type FoundHeader, missingIn } from './header.ts'
import { isOrganisation, splitNames } from './owners.ts'
import { parsePlace } from './rooms.ts'
import type { Sheet } from './sheet.ts'

const SAMPLED = 40
const LEAST = 2

const PERSON = /^[\u3400-\u9fff·]{2,4}$/

const isName = (text: string): boolean => {
  const names = splitNames(text)
  return names.length > 0 && names.every((name) => PERSON.test(name) || isOrganisation(name))
}
/** From 5 to 2,000 m²; room numbers are whole, areas hardly ever all of them. */
const isArea = (text: string): boolean => {
  const area = parseArea(text)
  return (
    typeof area !== 'string' && area.centi >= 500 && area.centi <= 200_000 && /[.,㎡]/.test(text)
  )
}
const isRoom = (text: string): boolean =>
  /^\d{3,4}[A-Z]?[室号]?$/i.test(compact(text)) ||
  (!/\./.test(text) &&
    (parsePlace({ building: '', unit: '', room: text })?.label.split('-').length ?? 0) > 2)

const LOOKS: readonly (readonly [Field, (text: string) => boolean, number])[] = [
  ['area', isArea, 0.6],
  ['owner', isName, 0.7],
  ['room', isRoom, 0.7],
]

/** The texts of each column in the first rows below. */
function columnsOf(sheet: Sheet, headerRow: number): ReadonlyMap<number, readonly string[]> {
  const columns = new Map<number, string[]>()
  for (const { cells } of sheet.rows.filter((row) => row.number > headerRow).slice(0, SAMPLED)) {
    for (const { column, text } of cells)
      columns.set(column, [...(columns.get(column) ?? []), text])
  }
  return columns
}

/** A company's name in every row is no owner; areas do repeat. */
const varies = (texts: readonly string[]): boolean => new Set(texts).size > texts.length / 4

/**
 * What the names leave open, by what stands below: a guess for a person to confirm, never more.
 * Nothing where place, area or owner cannot be told even so.
 */
export function completeByContent(
  sheet: Sheet,
  found: FoundHeader | undefined,
): FoundHeader | undefined {
  const row = found?.row ?? 0
  const columns: Partial<Record<Field, number>> = { ...found?.columns }
  const texts = columnsOf(sheet, row)
  const taken = new Set(Object.values(columns))
  for (const [field, looks, share] of LOOKS) {
    if (field === 'area' ? areaColumnOf(columns) !== undefined : columns[field] !== undefined)
      continue
    const best = [...texts].find(
      ([column, all]) =>
        !taken.has(column) &&
        all.length >= LEAST &&
        (field === 'area' || varies(all)) &&
        all.filter(looks).length >= all.length * share,
    )
    if (!best) continue
    columns[field] = best[0]
    taken.add(best[0])
  }
  const complete: Columns = columns
  return missingIn(complete, sheet.name).length === 0 ? { row, columns: complete } : undefined
}
