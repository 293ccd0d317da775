import { lastDayToAnnul } from './annulment.ts'

test.each([
  ['2026-11-24', '2027-11-24'],
  ['2026-12-31', '2027-12-31'],
  // 民法典 §202: February has no 29th then.
  ['2028-02-29', '2029-02-28'],
  ['2027-02-28', '2028-02-28'],
])('known on %s: until %s', (known, until) => {
  expect(lastDayToAnnul(known)).toBe(until)
})
