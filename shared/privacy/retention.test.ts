import * as fc from 'fast-check'
import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import { agreementOf } from './agreement.ts'
import { LASTING, PERIODS, RETAINED } from './retention-periods.ts'
import { keptUntil, lengthOf, periodOf } from './retention.ts'

describe('how long something is kept', () => {
  test.each([
    // To the end of the day with the same date, in Shanghai, wherever in the day it began.
    ['complaints', '2026-11-24T02:00:00Z', '2029-11-24T16:00:00.000Z'],
    ['complaints', '2026-11-24T15:59:59Z', '2029-11-24T16:00:00.000Z'],
    ['complaints', '2026-11-24T16:00:00Z', '2029-11-25T16:00:00.000Z'],
    // A leap day within is a day more.
    ['ballots', '2023-03-01T02:00:00Z', '2028-03-01T16:00:00.000Z'],
    // Begun on a leap day, it ends with February.
    ['ballots', '2024-02-29T02:00:00Z', '2029-02-28T16:00:00.000Z'],
    ['bills', '2026-01-31T02:00:00Z', '2036-01-31T16:00:00.000Z'],
    ['photos_unused_bytes', '2026-11-24T02:00:00Z', '2027-02-22T16:00:00.000Z'],
    ['idle_accounts', '2026-11-24T02:00:00Z', '2027-05-23T16:00:00.000Z'],
  ] as const)('%s of %s: until %s', (id, since, until) => {
    expect(keptUntil(id, new Date(since)).toISOString()).toBe(until)
  })

  test('never less than the whole period, and at most a day and a leap day more', () => {
    const instant = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fc.constantFrom(...RETAINED), instant, (id, since) => {
        const { keep } = PERIODS[id]
        const least = ('years' in keep ? keep.years * 365 : keep.days) * DAY
        const kept = keptUntil(id, since).getTime() - since.getTime()
        const leapDays = 'years' in keep ? Math.ceil(keep.years / 4) : 0
        expect(kept).toBeGreaterThan(least)
        expect(kept).toBeLessThanOrEqual(least + (1 + leapDays) * DAY)
        expect(dayOf(keptUntil(id, since)) > dayOf(since)).toBe(true)
      }),
    )
  })
})

test('what a person is told is the table, row by row', () => {
  const { kept, lines } = agreementOf({ name: '运营方', contact: '社区' })
  expect(kept).toHaveLength(RETAINED.length + LASTING.length)
  for (const id of RETAINED) {
    const { what, source } = PERIODS[id]
    const row = kept.find((one) => one.what === what)
    expect(row?.howLong).toBe(periodOf(id))
    expect(row?.howLong).toContain(lengthOf(PERIODS[id]))
    expect(row?.why).toContain(source)
  }
  const said = lines.map(({ retention }) => retention).join()
  for (const id of ['complaints', 'ballots', 'sights'] as const)
    expect(said).toContain(periodOf(id))
})
