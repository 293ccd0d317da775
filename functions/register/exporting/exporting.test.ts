import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { understand } from '#shared/register/understand.ts'
import { digestOf, pagesOf, type Settled } from '../pages.ts'
import { READING_LIMITS } from '../reading/limits.ts'
import { readSheets } from '../reading/read-sheets.ts'
import { settle } from '../settling.ts'
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

const NAMES = ['张三', '李四', '欧阳小明', 'John Smith', '锦绣置业有限公司']
const home = fc.record({
  owners: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  area: fc.integer({ min: 1, max: 99_999 }),
  kind: fc.constantFrom('住宅', '商业'),
  withPhone: fc.boolean(),
})

/** A register as an import of these homes makes it; every second owner has a phone. */
function registerOf(
  homes: readonly { owners: string[]; area: number; kind: string; withPhone: boolean }[],
): Settled {
  const header = ['房号', '建筑面积', '业主姓名', '联系电话', '房屋用途', '产权代表']
  const rows = homes.map(({ owners, area, kind, withPhone }, i) => [
    `${1 + (i % 12)}栋1单元${100 + i}室`,
    `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}`,
    owners.join('、'),
    withPhone
      ? owners.map((_, n) => `1380000${String(i * 10 + n).padStart(4, '0')}`).join('、')
      : '',
    kind,
    owners.length > 1 ? (owners[0] ?? '') : '',
  ])
  const sheet = [header, ...rows].map((cells, n) => ({
    number: n + 1,
    cells: cells.flatMap((text, column) =>
      text === '' ? [] : [{ column, text, kind: 'text' as const }],
    ),
  }))
  const decision = understand([{ name: '房屋', rows: sheet }], hash)
  if (!decision.ok) throw new Error(decision.code)
  return { ...decision.value.register, same: [] }
}

test.each([
  ['xlsx', toWorkbook],
  ['csv', toCsv],
] as const)('what is exported as %s imports again to the same register', async (_, toFile) => {
  await fc.assert(
    fc.asyncProperty(fc.array(home, { minLength: 1, maxLength: 30 }), async (homes) => {
      const register = registerOf(homes)
      const file = toFile(sheetsOf(register, MARK))
      const read = understand(await readSheets(file, READING_LIMITS), hash)
      if (!read.ok) throw new Error(read.code)
      expect(read.value.problems).toEqual([])
      const again = settle(read.value.register, register, register.same)
      expect(digestOf(pagesOf(again))).toBe(digestOf(pagesOf(register)))
    }),
    { numRuns: 60, seed: 20261124 },
  )
})

test('the watermark says who, when and why, and is no formula', () => {
  const register = registerOf([{ owners: ['张三'], area: 8957, kind: '住宅', withPhone: true }])
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
