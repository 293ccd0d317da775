import type { Cell, Row } from '#shared/register/sheet.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import type { Archive } from './archive.ts'
import { cellText, plainNumber } from './cell-text.ts'
import { LONGEST_CELL, type ReadingLimits } from './limits.ts'
import { fillMerged, type Merge, parseMerge } from './merges.ts'
import { columnOf } from './references.ts'
import { type DateStyles, shownAsDay } from './styles.ts'
import { type Attributes, parseXml } from './xml.ts'

/** Rows and cells seen in all sheets of the file so far, empty ones too. */
export interface Scanned {
  rows: number
  cells: number
}

/** What all sheets of a workbook share. */
export interface SharedParts {
  readonly strings: readonly string[]
  readonly dates: DateStyles
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  formula: boolean
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
/** No register is wider; what stands beyond is formatting, or a trap for what goes through a row cell by cell. */
const COLUMNS_KEPT = 256
const NO_RESULT = '#公式没有结果'

const damaged = (): RefusedError => new RefusedError('register.file_damaged')

/** Rows of one sheet with the numbers a person sees, without what is empty; merged areas filled downwards. */
export async function readWorksheet(
  archive: Archive,
  path: string,
  shared: SharedParts,
  limits: ReadingLimits,
  scanned: Scanned,
): Promise<readonly Row[]> {
  const sheet = new SheetBuilder(shared, limits, scanned)
  await parseXml(archive.text(path), sheet)
  return fillMerged(sheet.rows, sheet.merges, limits.cells)
}

/** Follows one sheet's XML: `<row r><c r t><f/><v>…</v></c></row>`, `<is><t>…</t></is>` for texts in place. */
class SheetBuilder {
  readonly rows: Row[] = []
  readonly merges: Merge[] = []
  readonly #shared: SharedParts
  readonly #limits: ReadingLimits
  readonly #scanned: Scanned
  #number = 0
  #column = -1
  #cells: Cell[] = []
  #cell: OpenCell | undefined
  #inValue = false
  #inGuide = false

  constructor(shared: SharedParts, limits: ReadingLimits, scanned: Scanned) {
    this.#shared = shared
    this.#limits = limits
    this.#scanned = scanned
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes['r'])
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f' && this.#cell) this.#cell.formula = true
    else if (name === 'rPh') this.#inGuide = true
    else if (name === 'v' || name === 't') this.#inValue = !this.#inGuide
    else if (name === 'mergeCell') this.#addMerge(attributes['ref'] ?? '')
  }

  text(piece: string): void {
    if (!this.#inValue || !this.#cell) return
    this.#cell.value += piece
    if (this.#cell.value.length > LONGEST_CELL) throw damaged()
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'rPh') this.#inGuide = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #openRow(reference: string | undefined): void {
    this.#scanned.rows += 1
    if (this.#scanned.rows > this.#limits.rows) {
      throw new RefusedError('register.too_many_rows', { rows: this.#limits.rows })
    }
    const number = reference === undefined ? this.#number + 1 : Number(reference)
    const next = Number.isInteger(number) && number > this.#number && number <= LAST_ROW
    if (!next) throw damaged()
    this.#number = number
    this.#column = -1
    this.#cells = []
  }

  #openCell({ r: reference, t: type = 'n', s: style = '0' }: Attributes): void {
    this.#scanned.cells += 1
    if (this.#scanned.cells > this.#limits.cells) throw new RefusedError('register.too_many_cells')
    const column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (column <= this.#column || column >= LAST_COLUMN) throw damaged()
    this.#column = column
    this.#cell = { column, type, style: Number(style), value: '', formula: false }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell) return
    const read = this.#read(cell)
    if (read.text === '' || cell.column >= COLUMNS_KEPT) return
    this.#cells.push({ column: cell.column, ...read, ...(cell.formula && { formula: true }) })
  }

  #read(cell: OpenCell): Pick<Cell, 'text' | 'kind'> {
    const { type, style, value } = cell
    if (type === 'e' || (value === '' && cell.formula)) {
      return { text: value || NO_RESULT, kind: 'error' }
    }
    if (type === 'n') {
      const { dates } = this.#shared
      const number = value.trim()
      const text = dates.styles.has(style) ? shownAsDay(number, dates) : plainNumber(number)
      return { text, kind: 'number' }
    }
    // ISO 8601 (ECMA-376 part 1, 18.18.11).
    if (type === 'd') return { text: value.slice(0, 10), kind: 'number' }
    return { text: this.#textOf(cell), kind: 'text' }
  }

  #textOf({ type, value }: OpenCell): string {
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type !== 's' || value === '') return cellText(value)
    const text = this.#shared.strings[Number(value)]
    if (text === undefined) throw damaged()
    return text
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push({ number: this.#number, cells: this.#cells })
  }

  #addMerge(reference: string): void {
    if (this.merges.length >= this.#limits.rows) throw new RefusedError('register.too_many_cells')
    const merge = parseMerge(reference)
    if (merge) this.merges.push(merge)
  }
}
