import fc from 'fast-check'
import { RefusedError } from '../platform/http/refused-error.ts'
import {
  type Case,
  csv,
  GOOD,
  HEADER,
  HOME,
  repeat,
  rowsOf,
  sheetOf,
  workbook,
  goodRegister,
} from './bad-input.fixture.ts'
import { packArchive } from './reading/archive.fixture.ts'
import { packWorkbook, workbookFiles } from './reading/workbook.fixture.ts'

// Tables whose content is a trap, or no register.

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${repeat(9, (i) => {
  const before = String.fromCharCode(97 + i)
  return `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${before};`.repeat(10)}">`
})}]>`
const CASES: readonly Case[] = [
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
    'more blank rows than a register has',
    () => rowsOf(repeat(100_001, (i) => `<row r="${i + 1}"/>`)),
    'too_many_rows',
  ],
  [
    'more rows of blank cells',
    () => rowsOf(repeat(100_001, (i) => `<row r="${i + 1}"><c r="A${i + 1}" s="1"/></row>`)),
    'too_many_rows',
  ],
  ['more blank lines', () => csv('\n'.repeat(100_001)), 'too_many_rows'],
  ['10 MB of commas', () => Buffer.alloc(10 * 1024 * 1024, ','), 'file_too_large'],
  ['9 MB of commas', () => Buffer.alloc(9_000_000, ','), 'too_many_cells'],
  ['1 MB of quotes', () => Buffer.alloc(1_000_000, '"'), 'file_damaged'],
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
  ['a header and nothing below', () => workbook([HEADER]), 'nothing_to_take'],
]

const register = goodRegister()

test.each(CASES)('%s is refused by its code, and the store is as it was', (_, make, code) =>
  register.refuses(make(), code),
)

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
        await register.take(bytes)
      } catch (err) {
        expect(err).toBeInstanceOf(RefusedError)
      }
    }),
    { numRuns: 300, seed: 20261124 },
  )
})
