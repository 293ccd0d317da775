import { momentOf, wallClock } from './wall-clock.ts'

test.each([
  ['2026-12-07T01:00:00.000Z', ['2026', '12', '07', '09']],
  ['2026-12-31T16:00:00.000Z', ['2027', '01', '01', '00']],
  ['2026-03-08T15:59:59.999Z', ['2026', '03', '08', '23']],
])('%s shows on the wheels as Shanghai has it, and is read back so', (instant, turned) => {
  const shown = wallClock(new Date(instant))
  expect([
    shown.getFullYear(),
    shown.getMonth() + 1,
    shown.getDate(),
    shown.getHours(),
    shown.getMinutes(),
  ]).toEqual([...turned.map(Number), 0])
  const hour = new Date(instant)
  hour.setUTCMinutes(0, 0, 0)
  expect(momentOf(turned)).toEqual(hour)
})

test('without an hour it is the start of the day in Shanghai', () => {
  expect(momentOf(['2026', '12', '07']).toISOString()).toBe('2026-12-06T16:00:00.000Z')
})
