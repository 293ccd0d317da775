import { looksLikeFormula, tidy } from './characters.ts'
import type { Field } from './columns.ts'
import { isPlainText } from '#shared/kernel/text.ts'
import type { Columns } from './header.ts'
import type { Problem } from './problems.ts'
import type { Cell, Row } from './sheet.ts'

/** Names of people and companies stay far below; a long text here is a note in the wrong column. */
const LONGEST_TEXT = 400
const NAMES: readonly Field[] = ['owner', 'coOwner', 'developer', 'representative']
export const AREAS = ['area', 'surveyArea', 'contractArea'] as const
const TEXTS: readonly Field[] = [
  ...(['building', 'unit', 'floor', 'room', 'parking', 'areaSource'] as const),
  ...(['identity', 'phone', 'coIdentity', 'coPhone'] as const),
  ...(['coOwnership', 'shares', 'status', 'sale', 'kind'] as const),
  ...NAMES,
]

/** What a row says, by field. */
export interface Written {
  cell(field: Field): Cell | undefined
  /** Tidied; empty where the column or its content is missing. */
  text(field: Field): string
}

// An area in a merged cell is that of the first row only: repeating it would count it twice.
const isRepeatedArea = (field: Field, cell: Cell | undefined): boolean =>
  cell?.merged === true && (AREAS as readonly Field[]).includes(field)

export function fieldsOf(row: Row, columns: Columns): Written {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  const cellOf = (field: Field): Cell | undefined => {
    const column = columns[field]
    const cell = column === undefined ? undefined : cells.get(column)
    return isRepeatedArea(field, cell) ? undefined : cell
  }
  return { cell: cellOf, text: (field) => tidy(cellOf(field)?.text ?? '') }
}

/** Why nothing of a row's texts may be kept, where one of them is not what it seems. */
export function textProblem({ cell }: Written): Problem | undefined {
  const cells = TEXTS.flatMap((field) => cell(field) ?? [])
  if (cells.some(({ text }) => looksLikeFormula(text)) || NAMES.some((f) => cell(f)?.formula)) {
    return 'text_starts_like_a_formula'
  }
  if (cells.some(({ kind }) => kind === 'error')) return 'formula_without_result'
  const plain = cells.every(({ text }) => text.length <= LONGEST_TEXT && isPlainText(text))
  return plain ? undefined : 'text_not_plain'
}
