import {
  type Case,
  csv,
  GOOD,
  HEADER,
  HOME,
  repeat,
  SHEET,
  withPart,
  goodRegister,
} from './bad-input.fixture.ts'
import { packArchive } from './reading/archive.fixture.ts'
import { packWorkbook, workbookFiles } from './reading/workbook.fixture.ts'

// What is no table at all, or an archive that is not what it says.

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const CASES: readonly Case[] = [
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
      const content = Buffer.from(repeat(10_000, (i) => String(i % 97)))
      const parts = Array.from({ length: 80 }, (_, i) => ({ name: `xl/${i}.xml`, content: '', i }))
      return packArchive([
        ...workbookFiles([{ name: 'S', rows: [HEADER, HOME] }]),
        ...parts.map(({ name }) => ({
          name,
          content,
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
]

const register = goodRegister()

test.each(CASES)('%s is refused by its code, and the store is as it was', (_, make, code) =>
  register.refuses(make(), code),
)
