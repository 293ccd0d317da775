import type { RegisterUnit } from '#shared/register/register.ts'
import type { Table } from '../platform/table/table.ts'
import { pageOf, pagesOf, type Settled } from './pages.ts'
import { saveRegister } from './saving.ts'
import { tamperedTable } from './tampered-table.fixture.ts'

const unit = (label: string): RegisterUnit => ({
  label,
  building: '1',
  kind: 'home',
  areaCenti: 8957,
  status: 'delivered',
  owners: Array.from({ length: 5 }, (_, i) => `owner-key-of-22-chars${i}`),
})
const register = (units: readonly RegisterUnit[]): Settled => ({
  units,
  owners: [{ key: 'k', name: '张三', organisation: false, phones: [] }],
  buildings: [{ building: '1', name: '1栋', units: units.length }],
  same: [],
})

test.each([
  [1, 1],
  [64, 1],
  [65, 2],
  [1_560, 32],
  [20_000, 512],
])('%d units lie in %d pages, each where its label says', (units, pages) => {
  const rows = Array.from({ length: units }, (_, i) => unit(`1-${i}`))
  const laid = pagesOf(register(rows)).units
  expect(laid).toHaveLength(pages)
  expect(laid.flat()).toHaveLength(units)
  expect(Math.max(...laid.map((page) => page.length))).toBeLessThan(128)
  const astray = laid.flatMap((held, page) =>
    held.filter(({ label }) => pageOf(label, pages) !== page),
  )
  expect(astray).toEqual([])
})

test('labels made to share one page are refused before anything is written', async () => {
  const rooms = Array.from({ length: 400_000 }, (_, i) => `1-${i}`)
  const sharing = rooms.filter((label) => pageOf(label, 64) === 0).slice(0, 4_000)
  const untouched = tamperedTable({} as Table, { get: () => Promise.resolve(undefined) })
  const saving = saveRegister(untouched, 'c', register(sharing.map(unit)), {
    run: 'r',
    at: new Date(0),
  })
  await expect(saving).rejects.toMatchObject({ code: 'register.unsafe_content' })
})
