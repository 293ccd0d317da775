import fc from 'fast-check'
import { amountOf, collectionOf, monthsFrom, openFen, stateOf } from './rules.ts'

// The worked table of the specification: where one rounds changes the total.
test.each([
  [8_957, 18_500, 12, 198_840, 198_845],
  [12_000, 23_000, 1, 27_600, 27_600],
  [6_733, 9_500, 3, 19_188, 19_189],
  [10_101, 12_550, 12, 152_124, 152_121],
])('%i × %i × %i months', (areaCenti, rate, months, byMonth, byBill) => {
  expect(amountOf({ areaCenti, rate, months, rounding: 'month' })).toBe(byMonth)
  expect(amountOf({ areaCenti, rate, months, rounding: 'bill' })).toBe(byBill)
})

test('half a fen is rounded up', () => {
  expect(amountOf({ areaCenti: 1, rate: 5_000, months: 1, rounding: 'bill' })).toBe(1)
  expect(amountOf({ areaCenti: 1, rate: 4_999, months: 1, rounding: 'bill' })).toBe(0)
})

const charge = fc.record({
  areaCenti: fc.integer({ min: 1, max: 10_000_000 }),
  rate: fc.integer({ min: 1, max: 1_000_000 }),
  months: fc.integer({ min: 1, max: 12 }),
})

test('both ways of rounding stay within half a fen a month of the exact amount', () => {
  fc.assert(
    fc.property(charge, (given) => {
      const exact = BigInt(given.areaCenti) * BigInt(given.rate) * BigInt(given.months)
      const off = (fen: number) => {
        const difference = BigInt(fen) * 10_000n - exact
        return difference < 0n ? -difference : difference
      }
      expect(off(amountOf({ ...given, rounding: 'bill' })) <= 5_000n).toBe(true)
      expect(off(amountOf({ ...given, rounding: 'month' })) <= 5_000n * BigInt(given.months)).toBe(
        true,
      )
    }),
  )
})

test.each([
  ['2026-10-31', 0, 'issued'],
  ['2026-10-31', 1, 'partly_paid'],
  ['2026-11-01', 1, 'overdue'],
  ['2026-11-01', 0, 'overdue'],
  ['2026-11-01', 100, 'paid'],
  ['2026-10-01', 101, 'paid'],
] as const)('on %s with %i fen of 100 paid it is %s', (today, paidFen, state) => {
  expect(stateOf({ amountFen: 100, paidFen, dueOn: '2026-10-31' }, today)).toBe(state)
})

test('what is not due yet does not count, and an overpaid bill does not hide another', () => {
  const bills = [
    { amountFen: 100, paidFen: 150, dueOn: '2026-10-31' },
    { amountFen: 100, paidFen: 40, dueOn: '2026-10-31' },
    { amountFen: 100, paidFen: 0, dueOn: '2026-12-31' },
  ]
  expect(collectionOf([{ from: '2026-07', to: '2026-09', bills }], '2026-11-01')).toEqual({
    asOf: '2026-11-01',
    billedFen: 200,
    paidFen: 140,
    billsDue: 2,
    billsPaid: 1,
    periods: [{ from: '2026-07', to: '2026-09', billedFen: 200, paidFen: 140 }],
  })
  expect(bills.map(openFen)).toEqual([0, 60, 100])
})

test.each([
  ['2026-07', '2026-09', 3],
  ['2026-11', '2027-01', 3],
  ['2026-05', '2026-05', 1],
])('%s to %s is %i months', (from, to, months) => {
  expect(monthsFrom(from, to)).toBe(months)
})
