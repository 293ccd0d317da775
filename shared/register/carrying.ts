import { compact } from './characters.ts'
import type { Columns } from './header.ts'
import type { Row } from './sheet.ts'

// A file without merged areas writes a building in the first of its rows only and leaves the rest blank.
// Where it stands in row after row, a blank is an omission and must be asked about.

const textAt = (row: Row, column: number | undefined): string =>
  column === undefined ? '' : compact(row.cells.find((cell) => cell.column === column)?.text ?? '')

/** So many of a column's rows may repeat what stands above, at the top of a printed page. */
const REPEATED_AT_MOST = 0.1

interface Sparse {
  /** The column whose next text begins a new group. */
  readonly within?: number
}

function isWrittenOnce(rows: readonly Row[], column: number, { within }: Sparse = {}): boolean {
  let filled = 0
  let repeated = 0
  let blank = 0
  let last = ''
  for (const row of rows) {
    if (textAt(row, within) !== '') last = ''
    const text = textAt(row, column)
    if (text === '') blank += 1
    else {
      filled += 1
      if (text === last) repeated += 1
      last = text
    }
  }
  const once = filled > 0 && blank > 0 && repeated <= filled * REPEATED_AT_MOST
  // Of villas, each in a building of its own, a blank is no sign that buildings are written once.
  return once && (within !== undefined || blank >= filled)
}

/** What the rows above say of a row that leaves its building or unit blank. */
export interface Carried {
  /** The column of buildings is written once for many rows. */
  readonly carriesBuilding: boolean
  building(row: Row): string
  unit(row: Row): string
}

/** Follows a sheet's rows from top to bottom; only rows that name a room count as leaving something blank. */
export function carryDown(rows: readonly Row[], { building, unit, room }: Columns): Carried {
  const homes = rows.filter((row) => textAt(row, room) !== '')
  const carriesBuilding = building !== undefined && isWrittenOnce(homes, building)
  const carriesUnit =
    unit !== undefined && isWrittenOnce(homes, unit, carriesBuilding ? { within: building } : {})
  let lastBuilding = ''
  let lastUnit = ''
  return {
    carriesBuilding,
    building(row) {
      const text = textAt(row, building)
      if (text !== '' && text !== lastBuilding) {
        lastBuilding = text
        lastUnit = ''
      }
      return text === '' && carriesBuilding ? lastBuilding : text
    },
    unit(row) {
      const text = textAt(row, unit)
      if (text !== '') lastUnit = text
      return text === '' && carriesUnit ? lastUnit : text
    },
  }
}
