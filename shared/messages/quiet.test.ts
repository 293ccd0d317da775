import { QUIET_HOURS, quietUntil } from './quiet.ts'

const at = (time: string): Date => new Date(`${time}+08:00`)
const hours = (from: string, until: string) => ({ ...QUIET_HOURS, from, until })

test.each([
  ['2026-11-24T21:59:59', undefined],
  ['2026-11-24T22:00:00', '2026-11-25T08:00:00'],
  ['2026-11-24T23:59:59', '2026-11-25T08:00:00'],
  ['2026-11-25T00:00:00', '2026-11-25T08:00:00'],
  ['2026-11-25T07:59:59', '2026-11-25T08:00:00'],
  ['2026-11-25T08:00:00', undefined],
  ['2026-11-25T12:00:00', undefined],
  ['2026-12-31T23:00:00', '2027-01-01T08:00:00'],
])('by default at %s', (now, until) => {
  expect(quietUntil(at(now))).toEqual(until === undefined ? undefined : at(until))
})

test.each([
  ['within a day', hours('12:30', '14:00'), '2026-11-24T13:00:00', '2026-11-24T14:00:00'],
  ['before it', hours('12:30', '14:00'), '2026-11-24T12:29:59', undefined],
  ['after it', hours('12:30', '14:00'), '2026-11-24T14:00:00', undefined],
  ['until midnight', hours('22:00', '00:00'), '2026-11-24T22:30:00', '2026-11-25T00:00:00'],
  ['until midnight, after it', hours('22:00', '00:00'), '2026-11-25T00:00:00', undefined],
  ['never', hours('08:00', '08:00'), '2026-11-24T08:00:00', undefined],
])('%s', (_, quiet, now, until) => {
  expect(quietUntil(at(now), quiet)).toEqual(until === undefined ? undefined : at(until))
})
