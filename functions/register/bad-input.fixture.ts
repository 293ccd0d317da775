import { openTemporaryTable, type OpenTable } from '../platform/table/open-tables.fixture.ts'
import type { LevelTable } from '../platform/table/level-table.ts'
import type { Item } from '../platform/table/table.ts'
import { importRegister } from './importing.ts'
import { packArchive } from './reading/archive.fixture.ts'
import { packWorkbook, type Value, workbookFiles } from './reading/workbook.fixture.ts'

export const HEADER = ['房号', '建筑面积', '业主姓名']
export const HOME = ['1-1-101', 89.57, '张三']
export const GOOD = packWorkbook([{ name: '房屋', rows: [HEADER, HOME] }])

export const workbook = (rows: readonly (readonly Value[])[]) =>
  packWorkbook([{ name: '房屋', rows }])
export const sheetOf = (xml: string) => packWorkbook([{ name: '房屋', rows: [], xml }])
export const rowsOf = (xml: string) =>
  sheetOf(`<worksheet><sheetData>${xml}</sheetData></worksheet>`)
export const csv = (text: string): Uint8Array => Buffer.from(text)
export const repeat = (length: number, make: (i: number) => string): string =>
  Array.from({ length }, (_, i) => make(i)).join('')

/** The good workbook with one part replaced or added. */
export const withPart = (name: string, content: string | Uint8Array, declared?: number) => {
  const parts = workbookFiles([{ name: '房屋', rows: [HEADER, HOME] }])
  const part = { name, content, ...(declared !== undefined && { declared }) }
  return packArchive([...parts.filter((other) => other.name !== name), part])
}
export const SHEET = 'xl/worksheets/sheet1.xml'

/** What is wrong, the file, and the code it is refused by. */
export type Case = readonly [what: string, make: () => Uint8Array, code: string]

/** A store with a register in it, into which nothing bad is to come. */
export function goodRegister() {
  let opened: OpenTable<LevelTable>
  let before: readonly Item[]
  let runs = 0
  const take = (bytes: Uint8Array) =>
    importRegister(bytes, {
      table: opened.table,
      communityId: 'jinxiu',
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
    await take(GOOD)
    before = await everything()
    expect(before).toHaveLength(8)
  })
  afterAll(() => opened.close())
  return {
    take,
    /** Refused by its code, and the store is as it was. */
    async refuses(bytes: Uint8Array, code: string): Promise<void> {
      await expect(take(bytes)).rejects.toMatchObject({
        name: 'RefusedError',
        code: `register.${code}`,
      })
      expect(await everything()).toEqual(before)
    },
  }
}
