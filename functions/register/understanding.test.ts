import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { figuresOf } from '#shared/register/figures.ts'
import { understand } from '#shared/register/understand.ts'
import { headsOf } from '#shared/votes/counting/heads.ts'
import { READING_LIMITS } from './reading/limits.ts'
import { readSheets } from './reading/read-sheets.ts'

const hash = (text: string): string => createHmac('sha256', 'test').update(text).digest('base64url')

async function understood(file: string) {
  const sheets = await readSheets(readFileSync(path.resolve(file)), READING_LIMITS)
  const decision = understand(sheets, hash)
  if (!decision.ok) throw new Error(decision.code)
  return decision.value
}

test.each([
  ['demo/jinxiu-register.xlsx', 'demo/jinxiu-register.expected.json'],
  [
    'functions/register/fixtures/wuzhong-register.gb18030.csv',
    'functions/register/fixtures/wuzhong-register.expected.json',
  ],
])('%s gives its expected figures', async (file, expected) => {
  const { register, problems } = await understood(file)
  const figures: unknown = JSON.parse(readFileSync(path.resolve(expected), 'utf8'))
  expect(figuresOf(register.units, problems)).toEqual(figures)
  const units = register.units.map(({ label, ...unit }) => ({ id: label, ...unit }))
  const heads = headsOf(units, { parkingCounted: false, scopeUnits: null })
  expect(heads).toHaveLength((figures as { heads: number }).heads)
})

test('every row of the workbook is accounted for', async () => {
  const { sheets, problems, leftOut, doubts } = await understood('demo/jinxiu-register.xlsx')
  // 1,467 rows, of which 3 are header and above and 9 are not in the file at all.
  expect(sheets).toEqual([
    { name: '房屋明细', taken: 1440, skipped: 10 },
    { name: '车位', taken: 120, skipped: 0 },
  ])
  expect(1440 + 10 + problems.length).toBe(1467 - 3 - 9)
  expect({ leftOut, doubts }).toEqual({ leftOut: [], doubts: [] })
})

test('buildings stand in the order of the register, called as it calls them', async () => {
  const { register } = await understood('demo/jinxiu-register.xlsx')
  expect(register.buildings.map(({ name }) => name)).toEqual(
    ['1', '2', '3', '5', '6', '8', '9', '10', '11', '12'].map((n) => `${n}栋`),
  )
  expect(register.buildings.every(({ units }) => units === 144)).toBe(true)
})

test('numbers of identity and phone leave nothing but a keyed hash and the last four', async () => {
  const { register } = await understood('demo/jinxiu-register.xlsx')
  const owner = register.owners.find(({ name }) => name === '杜娜')
  expect(owner).toEqual({
    key: hash('owner|杜娜|identity|5103**********4759').slice(0, 22),
    name: '杜娜',
    organisation: false,
    identity: { hash: hash('identity|5103**********4759'), last4: '4759' },
    phones: [{ hash: hash('phone|13300000000'), last4: '0000' }],
  })
  expect(JSON.stringify(register)).not.toMatch(/\d{11}|\*/)
})
