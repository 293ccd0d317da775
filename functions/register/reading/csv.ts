import { parse } from 'papaparse'
import type { Row, Sheet } from '#shared/register/sheet.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { decodeText } from './encoding.ts'
import { LONGEST_CELL, type ReadingLimits } from './limits.ts'

const DELIMITERS = [',', ';', '\t'] as const
type Delimiter = (typeof DELIMITERS)[number]

/** A CSV file has no sheets; this is what its only one is called. */
const CSV_SHEET = '表格'
const SAMPLED_LINES = 50

interface Guess {
  readonly delimiter: Delimiter
  /** How many of it most lines have, and how many lines that is. */
  readonly count: number
  readonly lines: number
}

/** A table has the same number in most lines; titles and lists of co-owners within a cell do not. */
function guess(lines: readonly string[], delimiter: Delimiter): Guess {
  const seen = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(delimiter).length - 1
    if (count > 0) seen.set(count, (seen.get(count) ?? 0) + 1)
  }
  const [most] = [...seen].sort(([a, linesA], [b, linesB]) => linesB - linesA || b - a)
  return { delimiter, count: most?.[0] ?? 0, lines: most?.[1] ?? 0 }
}

function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLED_LINES)
  const [best] = DELIMITERS.map((delimiter) => guess(lines, delimiter)).sort(
    (a, b) => b.lines - a.lines || b.count - a.count,
  )
  return best?.delimiter ?? ','
}

/** Counted before parsing: a file of nothing but commas would become millions of empty cells. */
function refuseTooMany(text: string, limits: ReadingLimits): void {
  let lines = 1
  let parts = 1
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i)
    if (char === 0x0a || (char === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) lines += 1
    else if (char === 0x2c || char === 0x3b || char === 0x09) parts += 1
  }
  if (lines > limits.rows) throw new RefusedError('register.too_many_rows', { rows: limits.rows })
  if (lines + parts > limits.cells) throw new RefusedError('register.too_many_cells')
}

/** No text file holds these; pictures and archives do. */
const BINARY = /[\u0000-\u0008\u000e-\u001a]/
const MARKUP = /^\s*<(?:!doctype|html|table|\?xml)/i

/** The rows of a CSV file as a spreadsheet numbers them: a line break inside quotes starts no row. */
export function readCsv(bytes: Uint8Array, limits: ReadingLimits): Sheet {
  const text = decodeText(bytes)
  if (BINARY.test(text) || MARKUP.test(text)) throw new RefusedError('register.not_a_table')
  refuseTooMany(text, limits)
  const { data, errors } = parse<string[]>(text, { delimiter: delimiterOf(text) })
  const unclosed = errors.find(({ type }) => type === 'Quotes')
  // Everything after an unclosed quote would be one field: homes would be lost.
  if (unclosed) throw new RefusedError('register.quotes_unclosed', { row: (unclosed.row ?? 0) + 1 })
  const rows = data.map((fields, i) => ({ number: i + 1, cells: cellsOf(fields) }))
  return { name: CSV_SHEET, rows: rows.filter((row) => row.cells.length > 0) }
}

const cellsOf = (fields: readonly string[]): Row['cells'] =>
  fields.flatMap((text, column) => {
    if (text.length > LONGEST_CELL) throw new RefusedError('register.file_damaged')
    return text === '' ? [] : [{ column, text, kind: 'text' as const }]
  })
