import { packArchive, type PackedFile } from './archive.fixture.ts'

export type Value = string | number | null | { readonly xml: string }

export interface SheetContent {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Row 1 first; an empty list is a row that is not written at all. */
  readonly rows: readonly (readonly Value[])[]
  readonly merges?: readonly string[]
  /** Instead of the rows: the whole part. */
  readonly xml?: string
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

function cellXml(value: Value, column: number, row: number): string {
  const reference = `r="${letters(column)}${row}"`
  if (value === null) return `<c ${reference}/>`
  if (typeof value === 'number') return `<c ${reference}><v>${value}</v></c>`
  if (typeof value === 'string') {
    return `<c ${reference} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  }
  return value.xml.replace('<c', `<c ${reference}`)
}

function sheetXml({ rows, merges = [] }: SheetContent): string {
  const written = rows.map((row, i) =>
    row.length === 0
      ? ''
      : `<row r="${i + 1}">${row.map((value, column) => cellXml(value, column, i + 1)).join('')}</row>`,
  )
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')
  return `<worksheet xmlns="${SPREADSHEET}"><sheetData>${written.join('')}</sheetData>${
    merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`
  }</worksheet>`
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

/** The parts of a workbook, to be changed before they are packed. */
export function workbookFiles(
  sheets: readonly SheetContent[],
  { contentType = WORKBOOK_TYPE, sharedStrings = '' } = {},
): PackedFile[] {
  const listed = sheets.map(
    ({ name, state = 'visible' }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
  )
  const relations = sheets.map((_, i) =>
    relationship(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  )
  if (sharedStrings !== '') {
    relations.push(relationship('strings', 'sharedStrings', '/xl/sharedStrings.xml'))
  }
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${contentType}"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: sheet.xml ?? sheetXml(sheet),
    })),
    ...(sharedStrings === ''
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst>${sharedStrings}</sst>` }]),
  ]
}

export const packWorkbook = (sheets: readonly SheetContent[], sharedStrings = ''): Uint8Array =>
  packArchive(workbookFiles(sheets, { sharedStrings }))
