import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import { afterAsking, checkFrom, isDueCheck, PASSED } from './content-check.ts'

const FILED = new Date('2026-11-24T02:00:00Z')

test.each([
  ['pass', { state: 'passed' }],
  ['review', { state: 'held', why: 'review' }],
  ['risky', { state: 'held', why: 'risky' }],
] as const)('%s settles it', (verdict, expected) => {
  const check = afterAsking(checkFrom(FILED), verdict, FILED)
  expect(check).toEqual(expected)
  expect(isDueCheck(check, new Date(FILED.getTime() + DAY))).toBe(false)
  // A second verdict, of a job that ran twice, changes nothing.
  expect(afterAsking(check, 'risky', FILED)).toBe(check)
})

test('without a verdict it is asked again after 1, 5, 15, 30, 60 minutes, then hourly; after a day it is held', () => {
  let check = checkFrom(FILED)
  let now = FILED
  const pauses: number[] = []
  while (check.state === 'pending') {
    expect(isDueCheck(check, now)).toBe(true)
    check = afterAsking(check, 'none', now)
    if (check.state !== 'pending') break
    const next = new Date(check.nextAt)
    pauses.push((next.getTime() - now.getTime()) / MINUTE)
    expect(isDueCheck(check, new Date(next.getTime() - 1))).toBe(false)
    now = next
  }
  expect(pauses.slice(0, 7)).toEqual([1, 5, 15, 30, 60, 60, 60])
  expect(Math.max(...pauses)).toBe(60)
  expect(check).toEqual({ state: 'held', why: 'no_verdict' })
  expect(now.getTime() - FILED.getTime()).toBe(DAY)
})

test('a late verdict of the last hour still counts', () => {
  expect(afterAsking(checkFrom(FILED), 'pass', new Date(FILED.getTime() + 2 * DAY))).toEqual(PASSED)
})
