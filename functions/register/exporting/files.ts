import { packFiles } from './archive.ts'
import type { ExportSheet } from './table-of.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

/** Every cell is a text: a spreadsheet neither runs it nor changes its digits. */
const cell = (text: string, column: number, row: number): string =>
  text === ''
    ? ''
    : `<c r="${letters(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

function worksheet({ rows }: ExportSheet): string {
  const written = rows.map(
    (row, i) =>
      `<row r="${i + 1}">${row.map((text, column) => cell(text, column, i + 1)).join('')}</row>`,
  )
  // The watermark on every printed page; a single & begins a code there.
  const footer = (rows[1]?.[0] ?? '').slice(0, 200).replace(/&/g, '&&')
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData>` +
    `<headerFooter><oddFooter>${escaped(footer)}</oddFooter></headerFooter></worksheet>`
  )
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

/** A workbook (ECMA-376) with nothing but texts. */
export function toWorkbook(sheets: readonly ExportSheet[]): Uint8Array {
  const path = (i: number): string => `worksheets/sheet${i + 1}.xml`
  const override = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="s${i + 1}"/>`,
  )
  return packFiles([
    {
      name: '[Content_Types].xml',
      content:
        `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        override('workbook.xml', 'sheet.main') +
        `${sheets.map((_, i) => override(path(i), 'worksheet')).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${DECLARATION}<Relationships xmlns="${RELATIONS}">${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${DECLARATION}<Relationships xmlns="${RELATIONS}">${sheets
        .map((_, i) => relation(`s${i + 1}`, 'worksheet', path(i)))
        .join('')}</Relationships>`,
    },
    ...sheets.map((sheet, i) => ({ name: `xl/${path(i)}`, content: worksheet(sheet) })),
  ])
}

const quoted = (text: string): string =>
  /[",\n\r;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text

/** UTF-8 with a mark, so that spreadsheet programs know it; sheets one below the other, each with its header. */
export const toCsv = (sheets: readonly ExportSheet[]): Uint8Array =>
  Buffer.from(
    `\ufeff${sheets
      .flatMap(({ rows }) => rows)
      .map((row) => `${row.map(quoted).join(',')}\r\n`)
      .join('')}`,
  )
