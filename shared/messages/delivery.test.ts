import { MINUTE } from '#shared/kernel/calendar.ts'
import {
  afterTrouble,
  beginning,
  dutyOf,
  RETRY_MINUTES,
  settled,
  waiting,
  type Delivery,
} from './delivery.ts'

const NOON = new Date('2026-11-24T04:00:00Z')
const NIGHT = new Date('2026-11-24T15:00:00Z')
const MORNING = '2026-11-25T00:00:00.000Z'
const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE)
const calm = { urgent: false, readAt: undefined }

test.each<[string, Delivery, Date, object, unknown]>([
  ['new, by day', waiting(NOON), NOON, {}, 'send'],
  ['new, at night', waiting(NIGHT), NIGHT, {}, { ...waiting(NIGHT), nextAt: MORNING }],
  ['new and urgent, at night', waiting(NIGHT), NIGHT, { urgent: true }, 'send'],
  ['read before', waiting(NOON), NOON, { readAt: 'x' }, settled('seen', NOON)],
  ['not yet due', waiting(later(NOON, 1)), NOON, {}, 'nothing'],
  ['settled', settled('sent', NOON), NOON, {}, 'nothing'],
  ['being sent by somebody', beginning(waiting(NOON), NOON), later(NOON, 2), {}, 'nothing'],
  ['begun by somebody who is gone', beginning(waiting(NOON), NOON), later(NOON, 3), {}, 'send'],
  [
    'begun before it was read: it may have gone out',
    beginning(waiting(NOON), NOON),
    later(NOON, 3),
    { readAt: 'x' },
    'send',
  ],
])('%s', (_, delivery, now, more, duty) => {
  expect(dutyOf({ ...calm, ...more, delivery }, now)).toEqual(duty)
})

test('each attempt waits longer than the one before, and the last one ends it', () => {
  let delivery = waiting(NOON)
  const waits: number[] = []
  for (;;) {
    delivery = afterTrouble(beginning(delivery, NOON), NOON, -1)
    if (delivery.state === 'settled') break
    waits.push((Date.parse(delivery.nextAt) - NOON.getTime()) / MINUTE)
  }
  expect(waits).toEqual(RETRY_MINUTES)
  expect([...waits].sort((a, b) => a - b)).toEqual(waits)
  expect(delivery).toEqual({
    state: 'settled',
    outcome: 'gave_up',
    at: NOON.toISOString(),
    errcode: -1,
  })
})

test('a process that ends in each attempt does not try for ever', () => {
  let delivery = waiting(NOON)
  let now = NOON
  let attempts = 0
  while (dutyOf({ ...calm, delivery }, now) === 'send') {
    attempts += 1
    delivery = beginning(delivery, now)
    now = later(now, 3)
  }
  expect(attempts).toBe(RETRY_MINUTES.length + 1)
  expect(dutyOf({ ...calm, delivery }, now)).toMatchObject({ outcome: 'gave_up' })
})
