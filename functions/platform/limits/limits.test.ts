import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import type { Limits, LimitSizes } from './limits.ts'
import { processLimits } from './process-limits.ts'
import { tableLimits } from './table-limits.ts'

const SIZES: LimitSizes = { login: 2, write: 3, read: 4 }
const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 2, 0, seconds))
const onTheTable = async () => {
  const { table, close } = await openTemporaryTable({ now: () => at(0) })
  return { limits: tableLimits(table, SIZES), close }
}
const inTheProcess = () =>
  Promise.resolve({ limits: processLimits(SIZES), close: () => Promise.resolve() })

describe.each([
  ['table', onTheTable],
  ['process', inTheProcess],
])('limits counted in the %s', (_, open) => {
  let limits: Limits
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ limits, close } = await open())
  })
  afterEach(() => close())

  test.each(['login', 'write', 'read'] as const)(
    '%s: so many a minute, then wait for the next',
    async (rule) => {
      for (let uses = 0; uses < SIZES[rule]; uses += 1) {
        expect(await limits.use(rule, 'a', at(10))).toBe(0)
      }
      expect(await limits.use(rule, 'a', at(15))).toBe(45)
      expect(await limits.use(rule, 'a', at(60))).toBe(0)
    },
  )

  test('each person and each rule is counted apart', async () => {
    for (let uses = 0; uses < 3; uses += 1) await limits.use('login', 'a', at(0))
    expect(await limits.use('login', 'a', at(0))).toBe(60)
    expect(await limits.use('login', 'b', at(0))).toBe(0)
    expect(await limits.use('write', 'a', at(0))).toBe(0)
  })
})
