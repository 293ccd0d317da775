import fc from 'fast-check'
import { RefusedError } from '../platform/http/refused-error.ts'
import { openTemporaryTable, type OpenTable } from '../platform/table/open-tables.fixture.ts'
import type { LevelTable } from '../platform/table/level-table.ts'
import type { Item } from '../platform/table/table.ts'
import { importRegister } from './importing.ts'
import { packArchive } from './reading/archive.fixture.ts'
import { packWorkbook, type Value, workbookFiles } from './reading/workbook.fixture.ts'

const HEADER = ['房号', '建筑面积', '业主姓名']
const HOME = ['1-1-101', 89.57, '张三']
const GOOD = packWorkbook([{ name: '房屋', rows: [HEADER, HOME] }])

const workbook = (rows: readonly (readonly Value[])[]) => packWorkbook([{ name: '房屋', rows }])
const sheetOf = (xml: string) => packWorkbook([{ name: '房屋', rows: [], xml }])
const rowsOf = (xml: string) => sheetOf(`<worksheet><sheetData>${xml}</sheetData></worksheet>`)
const csv = (text: string): Uint8Array => Buffer.from(text)
const repeat = (length: number, make: (i: number) => string): string =>
  Array.from({ length }, (_, i) => make(i)).join('')

/** The good workbook with one part replaced or added. */
const withPart = (name: string, content: string | Uint8Array, declared?: number) => {
  const parts = workbookFiles([{ name: '房屋', rows: [HEADER, HOME] }])
  const part = { name, content, ...(declared !== undefined && { declared }) }
  return packArchive([...parts.filter((other) => other.name !== name), part])
}
const SHEET = 'xl/worksheets/sheet1.xml'

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${repeat(9, (i) => {
  const before = String.fromCharCode(97 + i)
  return `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${before};`.repeat(10)}">`
})}]>`
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const CASES: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['nothing', () => csv(''), 'file_empty'],
  ['too large a file', () => new Uint8Array(20_000_001), 'file_too_large'],
  ['a picture', () => Buffer.from('ffd8ffe000104a46494600010101', 'hex'), 'not_a_table'],
  ['a PDF', () => csv('%PDF-1.7\n\u0001\u0002'), 'not_a_table'],
  ['a web page called .xls', () => csv('<html><table><tr><td>房号'), 'not_a_table'],
  ['a JSON document', () => csv('{"房号": "1-1-101"}'), 'header_not_found'],
  ['a workbook of 1997', () => Buffer.concat([OLE, Buffer.alloc(2000)]), 'legacy_workbook'],
  [
    'an encrypted workbook',
    () => Buffer.concat([OLE, Buffer.alloc(999), Buffer.from('EncryptedPackage', 'utf16le')]),
    'file_encrypted',
  ],
  [
    'an encrypted archive',
    () => packArchive([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]),
    'file_encrypted',
  ],
  ['macros', () => withPart('xl/vbaProject.bin', 'x'), 'has_macros'],
  [
    'macros by its type',
    () => {
      const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
      return packArchive(
        workbookFiles([{ name: 'S', rows: [HEADER, HOME] }], { contentType: type }),
      )
    },
    'has_macros',
  ],
  [
    'an archive of something else',
    () => packArchive([{ name: 'word/document.xml', content: '<a/>' }]),
    'not_a_table',
  ],
  ['the start of an archive only', () => csv('PK\u0003\u0004'), 'file_damaged'],
  ['half a workbook', () => GOOD.slice(0, GOOD.length / 2), 'file_damaged'],
  ['a workbook without its end', () => GOOD.slice(0, -30), 'file_damaged'],
  ['a part that is missing', () => withPart('xl/_rels/workbook.xml.rels', '<a'), 'file_damaged'],
  [
    'a sheet that is missing',
    () => packArchive(workbookFiles([{ name: 'S', rows: [HEADER] }]).slice(0, 3)),
    'file_damaged',
  ],
  [
    'two parts of one name',
    () => {
      const parts = workbookFiles([{ name: 'S', rows: [HEADER, HOME] }])
      return packArchive([...parts, ...parts.slice(-1)])
    },
    'file_damaged',
  ],
  [
    'an unknown compression',
    () => packArchive([{ name: 'xl/workbook.xml', content: 'x', method: 12 }]),
    'file_damaged',
  ],
  // A few KB that unpack to more than anything a register needs.
  ['a zip bomb', () => withPart(SHEET, ' '.repeat(70_000_000)), 'unpacks_too_large'],
  ['a zip bomb by ratio', () => withPart(SHEET, ' '.repeat(5_000_000)), 'unpacks_too_large'],
  [
    'a zip bomb that hides its size',
    () => withPart(SHEET, ' '.repeat(5_000_000), 1_000),
    'unpacks_too_large',
  ],
  ['a part shorter than it says', () => withPart(SHEET, '<a/>', 500), 'file_damaged'],
  [
    'parts that are too large together',
    () => {
      const content = Buffer.from(repeat(1_000_000, (i) => String(i % 97)))
      const parts = Array.from({ length: 80 }, (_, i) => ({ name: `xl/${i}.xml`, content: '', i }))
      return packArchive([
        ...workbookFiles([{ name: 'S', rows: [HEADER, HOME] }]),
        ...parts.map(({ name }) => ({
          name,
          content: content.subarray(0, 20_000),
          declared: 1_900_000,
        })),
      ])
    },
    'unpacks_too_large',
  ],
  [
    'thousands of parts',
    () => packArchive(Array.from({ length: 600 }, (_, i) => ({ name: `${i}`, content: '' }))),
    'unpacks_too_large',
  ],
  [
    'hundreds of sheets',
    () => packWorkbook(Array.from({ length: 101 }, (_, i) => ({ name: `S${i}`, rows: [] }))),
    'unpacks_too_large',
  ],
  ['a billion laughs', () => sheetOf(`${LAUGHS}<worksheet>&j;</worksheet>`), 'unsafe_content'],
  [
    'a billion laughs among the texts',
    () =>
      packArchive(
        workbookFiles([{ name: 'S', rows: [HEADER] }], { sharedStrings: '<si/>' }).map((part) =>
          part.name.endsWith('Strings.xml') ? { ...part, content: `${LAUGHS}<sst/>` } : part,
        ),
      ),
    'unsafe_content',
  ],
  [
    'an outside entity',
    () => sheetOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
    'unsafe_content',
  ],
  ['tags without end', () => sheetOf('<a>'.repeat(100_000)), 'unsafe_content'],
  ['no XML', () => sheetOf('PK'), 'file_damaged'],
  ['an unknown entity', () => rowsOf('<row><c t="str"><v>&x;</v></c></row>'), 'file_damaged'],
  ['half a character', () => rowsOf('<row><c t="str"><v>&#xD800;</v></c></row>'), 'file_damaged'],
  ['a text that is not there', () => rowsOf('<row><c t="s"><v>9</v></c></row>'), 'file_damaged'],
  ['rows in no order', () => rowsOf('<row r="2"/><row r="1"/>'), 'file_damaged'],
  ['a row beyond the last', () => rowsOf('<row r="1048577"/>'), 'file_damaged'],
  ['a cell beyond the last', () => rowsOf('<row><c r="XFE1"><v>1</v></c></row>'), 'file_damaged'],
  ['a cell without place', () => rowsOf('<row><c r="1"><v>1</v></c></row>'), 'file_damaged'],
  [
    'a text without end',
    () => rowsOf(`<row><c t="str"><v>${'张'.repeat(40_000)}</v></c></row>`),
    'file_damaged',
  ],
  [
    'a million blank rows',
    () => rowsOf(repeat(1_000_000, (i) => `<row r="${i + 1}"/>`)),
    'too_many_rows',
  ],
  [
    'a million rows of blank cells',
    () => rowsOf(repeat(1_000_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}" s="1"/></row>`)),
    'too_many_rows',
  ],
  [
    'millions of blank cells',
    () => rowsOf(`<row>${repeat(16_384, (i) => `<c s="${i}"/>`)}</row>`.repeat(130)),
    'too_many_cells',
  ],
  ['a million blank lines', () => csv('\n'.repeat(1_000_000)), 'too_many_rows'],
  ['10 MB of commas', () => Buffer.alloc(10 * 1024 * 1024, ','), 'file_too_large'],
  ['9 MB of commas', () => Buffer.alloc(9_000_000, ','), 'too_many_cells'],
  ['9 MB of quotes', () => Buffer.alloc(9_000_000, '"'), 'file_damaged'],
  ['9 MB without a break', () => Buffer.alloc(9_000_000, 'x'), 'file_damaged'],
  [
    'an open quote',
    () => csv('房号,面积,业主\n"1-1-101,89,张三\n1-1-102,89,李四\n'),
    'quotes_unclosed',
  ],
  ['only NULs', () => new Uint8Array(5_000), 'not_a_table'],
  ['bytes of no encoding', () => Buffer.from('b7bfbac5ff2cff0a80ff', 'hex'), 'encoding_unknown'],
  ['half of UTF-16', () => Buffer.from('fffe3f62f7', 'hex'), 'encoding_unknown'],
  [
    'a sheet of something else',
    () =>
      workbook([
        ['收支', '金额'],
        ['电费', 1],
      ]),
    'header_not_found',
  ],
  ['no header', () => workbook([HOME]), 'header_not_found'],
  [
    'columns that only their content tells apart',
    () => workbook([HOME, ['1-1-102', 101.5, '李四']]),
    'columns_uncertain',
  ],
  ['no sheet', () => packWorkbook([]), 'header_not_found'],
  [
    'only a hidden sheet',
    () => packWorkbook([{ name: 'S', rows: [HEADER, HOME], state: 'hidden' }]),
    'header_not_found',
  ],
  [
    'no column of owners',
    () =>
      workbook([
        ['房号', '面积'],
        ['1-1-101', 1],
      ]),
    'column_missing',
  ],
  [
    'two columns of areas',
    () =>
      workbook([
        [...HEADER, '建筑面积(㎡)'],
        [...HOME, 1],
      ]),
    'column_repeated',
  ],
  [
    'only a formula as a name',
    () => workbook([HEADER, ['1-1-101', 89.57, '=1+1']]),
    'nothing_to_take',
  ],
  [
    'two buildings’ worth of the same rooms',
    () => {
      const rooms = Array.from({ length: 12 }, (_, i) => [`1-${101 + i}`, 89.57, `业主${i}`])
      return packWorkbook(['甲', '乙'].map((name) => ({ name, rows: [HEADER, ...rooms] })))
    },
    'rooms_repeated',
  ],
  ['a workbook with macros called .xlsx', () => withPart('xl/vbaProject1.bin', 'x'), 'has_macros'],
  [
    'a PDF called .csv',
    () => Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj <<>>\u0000'),
    'not_a_table',
  ],
  [
    'a PNG called .xlsx',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'not_a_table',
  ],
  ['a header and nothing below', () => workbook([HEADER]), 'nothing_to_take'],
]

// Making a bomb takes longer than refusing it.
jest.setTimeout(30_000)

const community = 'jinxiu'
let opened: OpenTable<LevelTable>
let before: readonly Item[]
let runs = 0

const importInto = (bytes: Uint8Array) =>
  importRegister(bytes, {
    table: opened.table,
    communityId: community,
    now: new Date('2026-11-24T00:00:00Z'),
    newId: () => `run${(runs += 1)}`,
    hash: (text) => Buffer.from(text).toString('base64url'),
  })
const everything = async (): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const item of opened.table.snapshot()) items.push(item)
  return items
}

beforeAll(async () => {
  opened = await openTemporaryTable()
  await importInto(GOOD)
  before = await everything()
  expect(before).toHaveLength(8)
})
afterAll(() => opened.close())

test.each(CASES)('%s is refused by its code, and the store is as it was', async (_, make, code) => {
  await expect(importInto(make())).rejects.toMatchObject({
    name: 'RefusedError',
    code: `register.${code}`,
  })
  expect(await everything()).toEqual(before)
})

test('whatever is done to a good file, it is taken or refused by a code', async () => {
  const files = [GOOD, csv(`${HEADER.join(',')}\n${HOME.join(',')}\n`)]
  const broken = fc
    .tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    .map(([file, changes]) => {
      const bytes = Uint8Array.from(file)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      return bytes
    })
  await fc.assert(
    fc.asyncProperty(broken, async (bytes) => {
      try {
        await importInto(bytes)
      } catch (err) {
        expect(err).toBeInstanceOf(RefusedError)
      }
    }),
    { numRuns: 500, seed: 20261124 },
  )
})
