import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sheetOf } from '#shared/register/register.fixture.ts'
import type { Sheet } from '#shared/register/sheet.ts'
import { understand } from '#shared/register/understand.ts'
import { changesBetween } from '../comparing.ts'
import { digestOf, pagesOf, type Settled } from '../pages.ts'
import { READING_LIMITS } from '../reading/limits.ts'
import { readSheets } from '../reading/read-sheets.ts'
import { settle } from '../settling.ts'
import { anyRegister } from './any-register.fixture.ts'
import { toCsv, toWorkbook } from './files.ts'
import { harmless, sheetsOf } from './table-of.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

const MARK = {
  community: '锦绣花园',
  by: '陈主任',
  at: '2026 年 11 月 24 日（周二）10:00',
  reason: '=cmd|核对业主',
  version: 3,
}

/** A register as an import of these sheets makes it. */
function registerOf(sheets: readonly Sheet[]): Settled {
  const decision = understand(sheets, hash)
  if (!decision.ok) throw new Error(decision.code)
  const { register, problems } = decision.value
  expect(problems).toEqual([])
  return { ...register, same: [] }
}

describe.each([
  ['xlsx', toWorkbook],
  ['csv', toCsv],
] as const)('what is exported as %s', (_, toFile) => {
  test('imports again without any change, whatever a community holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegister, async (sheets) => {
        const register = registerOf(sheets)
        const file = toFile(sheetsOf(register, MARK))
        const read = understand(await readSheets(file, READING_LIMITS), hash)
        if (!read.ok) throw new Error(read.code)
        const { problems, certain, leftOut } = read.value
        expect({ problems, certain, leftOut }).toEqual({ problems: [], certain: true, leftOut: [] })
        const again = settle(read.value.register, register, register.same)
        expect(changesBetween(register, again)).toEqual([])
        expect(digestOf(pagesOf(again))).toBe(digestOf(pagesOf(register)))
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })
})

test('the watermark says who, when and why, and is no formula', () => {
  const register = registerOf([
    sheetOf([
      ['房号', '面积', '业主'],
      ['1-1-101', 89.57, '张三'],
    ]),
  ])
  const text = Buffer.from(toCsv(sheetsOf(register, MARK))).toString()
  const [title = '', mark = ''] = text.split('\r\n')
  expect(title).toContain('锦绣花园 业主名册（第 3 版）')
  expect(mark).toContain('导出人：陈主任')
  expect(mark).toContain('=cmd|核对业主')
  expect(mark).not.toMatch(/^["']?=/)
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd', "'+cmd"],
  ['-1-003', '-1-003'],
  ['张三', '张三'],
])('%s is exported as %s', (text, written) => {
  expect(harmless(text)).toBe(written)
})
