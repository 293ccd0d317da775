import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sheet } from '#shared/register/sheet.ts'
import { READING_LIMITS } from './limits.ts'
import { readSheets } from './read-sheets.ts'
import { packArchive } from './archive.fixture.ts'
import { packWorkbook, workbookFiles } from './workbook.fixture.ts'

const read = (bytes: Uint8Array): Promise<readonly Sheet[]> => readSheets(bytes, READING_LIMITS)
const readText = async (text: string): Promise<Sheet | undefined> =>
  (await read(Buffer.from(text)))[0]

/** Rows as `number: A|B|C`. */
const shown = (sheet: Sheet | undefined): string[] =>
  (sheet?.rows ?? []).map(({ number, cells }) => {
    const texts: string[] = []
    for (const { column, text } of cells) texts[column] = text
    return `${number}: ${Array.from(texts, (text: string | undefined) => text ?? '').join('|')}`
  })

describe('a workbook', () => {
  test('as a property office keeps it: both sheets, with the row numbers of the spreadsheet', async () => {
    const [homes, parking] = await read(readFileSync(path.resolve('demo/jinxiu-register.xlsx')))
    expect([homes?.name, parking?.name]).toEqual(['房屋明细', '车位'])
    expect(shown(homes).at(0)).toBe('1: 锦绣花园小区业主及房屋信息登记表')
    expect(shown(homes).at(-1)).toBe('1467: 合计||||0')
    expect(homes?.rows.at(-1)?.cells.at(-1)).toEqual({
      column: 4,
      text: '0',
      kind: 'number',
      formula: true,
    })
    expect(shown(parking).at(-1)).toMatch(/^121: B1-120\|12\.5\|/)
  })

  test.each([
    ['from 1900', '', 43_646],
    ['from 1904', '<workbookPr date1904="1"/>', 42_184],
  ])('a number shown as a day is that day, counted %s', async (_, workbookPr, days) => {
    const styled = (style: number, value: string) => ({
      xml: `<c s="${style}"><v>${value}</v></c>`,
    })
    const parts = workbookFiles([
      { name: 'S', rows: [[0, 1, 2, 3, 4].map((style) => styled(style, String(days)))] },
    ])
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="165" formatCode="[Red]0.00&quot;日均&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>' +
      '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs></styleSheet>'
    const relation = `<Relationship Id="y" Type="x/styles" Target="styles.xml"/></Relationships>`
    const changed = parts.map(({ name, content }) => ({
      name,
      content: String(content)
        .replace('<sheets>', `${workbookPr}<sheets>`)
        .replace('</Relationships>', relation),
    }))
    const bytes = packArchive([...changed, { name: 'xl/styles.xml', content: styles }])
    const [sheet] = await read(bytes)
    expect(shown(sheet)).toEqual([`1: ${days}|2019-06-30|2019-06-30|${days}|${days}`])
    const [bare] = await read(packArchive(changed))
    expect(shown(bare)).toEqual([`1: ${Array(5).fill(days).join('|')}`])
  })

  test('texts in place, shared, of formulas; numbers in the digits a person sees', async () => {
    const shared =
      '<si><r><t>业主</t></r><r><t xml:space="preserve"> 姓名</t></r><rPh><t>yezhu</t></rPh></si><si><t>a_x000D_b</t></si>'
    const bytes = packWorkbook(
      [
        {
          name: 'S',
          rows: [
            [{ xml: '<c t="s"><v>0</v></c>' }, { xml: '<c t="s"><v>1</v></c>' }, '行内'],
            [],
            [101, 1.38e10, 65.209999999999994, { xml: '<c><v>5.1030319900101E17</v></c>' }],
            [
              { xml: '<c t="str"><f>A1</f><v>张三</v></c>' },
              { xml: '<c><f>1/0</f></c>' },
              { xml: '<c t="e"><v>#REF!</v></c>' },
              { xml: '<c t="b"><v>1</v></c>' },
              { xml: '<c t="s"/>' },
            ],
          ],
        },
      ],
      shared,
    )
    const [sheet] = await read(bytes)
    expect(shown(sheet)).toEqual([
      '1: 业主 姓名|a\rb|行内',
      '3: 101|13800000000|65.21|5.1030319900101E17',
      '4: 张三|#公式没有结果|#REF!|TRUE',
    ])
    expect(sheet?.rows[2]?.cells.map(({ kind, formula }) => [kind, formula])).toEqual([
      ['text', true],
      ['error', true],
      ['error', undefined],
      ['text', undefined],
    ])
  })

  test('what a merged area says holds for each of its rows, not across', async () => {
    const rows = [['标题', null, '右'], ['3栋', '101'], [null, '102'], [null, '103'], [], ['4栋']]
    const bytes = packWorkbook([{ name: 'S', rows, merges: ['A1:B1', 'A2:A5'] }])
    const [sheet] = await read(bytes)
    expect(shown(sheet)).toEqual([
      '1: 标题||右',
      '2: 3栋|101',
      '3: 3栋|102',
      '4: 3栋|103',
      '6: 4栋',
    ])
    expect(sheet?.rows[2]?.cells[0]?.merged).toBe(true)
    expect(sheet?.rows[1]?.cells[0]?.merged).toBeUndefined()
  })

  test('hidden sheets are marked; rows and cells without references count on', async () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="5"><x:c r="C5"><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const sheets = await read(
      packWorkbook([
        { name: '旧', rows: [['x']], state: 'veryHidden' },
        { name: '新', rows: [], xml },
      ]),
    )
    expect(sheets[0]?.hidden).toBe(true)
    expect(sheets[1]?.hidden).toBeUndefined()
    expect(shown(sheets[1])).toEqual(['1: 1|2', '5: ||3', '6: 4'])
  })

  test('columns far to the right of any register are left out', async () => {
    const wide = Array.from({ length: 300 }, (_, i) => String(i))
    const [sheet] = await read(packWorkbook([{ name: 'S', rows: [wide] }]))
    expect(sheet?.rows[0]?.cells).toHaveLength(256)
  })
})

describe('a CSV file', () => {
  const expected = ['1: 房号|业主|电话', '3: 1-101|张三、李四|']

  test.each([
    ['commas', '房号,业主,电话\n\n1-101,张三、李四,\n'],
    ['semicolons', '房号;业主;电话\r\n\r\n1-101;张三、李四;\r\n'],
    ['tabs', '房号\t业主\t电话\n\n1-101\t张三、李四\t'],
    ['old line ends', '房号,业主,电话\r\r1-101,张三、李四,\r'],
    ['a byte-order mark', '\ufeff房号,业主,电话\n\n1-101,张三、李四,\n'],
    ['quotes', '"房号","业主","电话"\n\n"1-101","张三、李四",""\n'],
  ])('with %s', async (_, text) => {
    expect(shown(await readText(text))).toEqual(expected.map((row) => row.replace(/\|$/, '')))
  })

  test('in GB18030, as a Chinese spreadsheet program saves it', async () => {
    const file = path.resolve('functions/register/fixtures/wuzhong-register.gb18030.csv')
    const [sheet] = await read(readFileSync(file))
    expect(shown(sheet)[0]).toBe('1: 房屋编号|产权面积|产权人|身份证号|手机|状态')
    expect(sheet?.rows).toHaveLength(133)
  })

  test.each(['utf16le', 'utf-16be'])('in UTF-16 with its mark: %s', async (encoding) => {
    const bytes = Buffer.from('\ufeff房号\t业主\n1-101\t张三\n', 'utf16le')
    if (encoding === 'utf-16be') bytes.swap16()
    expect(shown((await read(bytes))[0])).toEqual(['1: 房号|业主', '2: 1-101|张三'])
  })

  test('a line break inside quotes starts no row, as in the spreadsheet', async () => {
    const sheet = await readText('房号,业主\n1-101,"张三\n李四"\n1-102,"王""五"""\n')
    expect(shown(sheet)).toEqual(['1: 房号|业主', '2: 1-101|张三\n李四', '3: 1-102|王"五"'])
  })

  test('titles above and commas within do not mislead about the delimiter', async () => {
    const sheet = await readText(
      '锦绣花园,业主,名册\n房号;业主;电话\n1-101;张三,李四;1,2\n1-102;王五;3\n',
    )
    expect(shown(sheet)[2]).toBe('3: 1-101|张三,李四|1,2')
  })
})

describe('of blank rows and cells no more is read than a register may have', () => {
  const blank = (rows: number, cells: number): Uint8Array =>
    packWorkbook([
      {
        name: 'S',
        rows: [],
        xml: `<worksheet><sheetData>${`<row>${'<c s="1"/>'.repeat(cells)}</row>`.repeat(rows)}</sheetData></worksheet>`,
      },
    ])
  const few = { ...READING_LIMITS, rows: 50, cells: 500 }

  test.each<[string, Uint8Array, string]>([
    ['rows', blank(51, 1), 'too_many_rows'],
    ['cells', blank(10, 51), 'too_many_cells'],
    ['lines', Buffer.from('\n'.repeat(51)), 'too_many_rows'],
    ['fields', Buffer.from(`${','.repeat(50)}\n`.repeat(10)), 'too_many_cells'],
  ])('%s', async (_, bytes, code) => {
    await expect(readSheets(bytes, few)).rejects.toMatchObject({ code: `register.${code}` })
  })

  test('as many as that are read', async () => {
    await expect(readSheets(blank(50, 10), few)).resolves.toHaveLength(1)
  })
})
