import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countNaively, type NaiveCase, type NaiveUnit } from './naive-counter.fixture.ts'
import { table } from './random-case.fixture.ts'
import { countVectorFile } from './vectors/count-file.ts'

const countOne = (units: NaiveUnit[], one: NaiveCase) =>
  countVectorFile(JSON.stringify({ communities: { C: units }, cases: [one] }))

test('the counter and an independent naive one agree on thousands of quarrelsome tables', () => {
  const seen: Record<string, number> = {}
  fc.assert(
    fc.property(table, ({ units, case: one }) => {
      const expected = countNaively(units, one)
      seen[expected.result] = (seen[expected.result] ?? 0) + 1
      expect(countOne(units, one)).toEqual({ ok: true, results: [expected] })
    }),
    { numRuns: 4_000 },
  )
  // Far from every table being a quorum missed.
  for (const result of ['NO_QUORUM', 'PASSED', 'REJECTED'])
    expect(seen[result]).toBeGreaterThan(100)
}, 60_000)

test('the naive counter itself gives what the vectors expect', () => {
  const file = JSON.parse(readFileSync(join(__dirname, 'vectors/tally.json'), 'utf8')) as {
    communities: Record<string, NaiveUnit[]>
    cases: (NaiveCase & { expect: object })[]
  }
  for (const one of file.cases)
    expect(countNaively(file.communities[one.community] ?? [], one)).toEqual({
      id: one.id,
      ...one.expect,
    })
})
