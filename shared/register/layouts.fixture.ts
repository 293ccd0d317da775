import { countHeads } from './heads.ts'
import { plainHash, sheetOf, type Written } from './register.fixture.ts'
import type { Sheet } from './sheet.ts'
import { understand } from './understand.ts'

/** What is made of sheets; problems and doubts as `row code`. */
export function read(sheets: readonly Sheet[]) {
  const decision = understand(sheets, plainHash)
  if (!decision.ok) throw new Error(decision.code)
  const { register, problems, doubts } = decision.value
  return {
    labels: register.units.map(({ label }) => label),
    heads: countHeads(register.units),
    units: register.units,
    problems: problems.map(({ row, problem }) => `${row} ${problem}`),
    doubts: doubts.map(({ row, doubt }) => `${row} ${doubt}`),
  }
}
export const readRows = (rows: readonly (readonly Written[])[], name = 'Sheet1') =>
  read([sheetOf(rows, name)])

/** The header of a register that has nothing but what it needs. */
export const ROOMS = ['房号', '面积', '业主', '电话']
export const home = (room: string, owner: string, phone = '13300000001'): Written[] => [
  room,
  89.57,
  owner,
  phone,
]
