import { addDays } from '#shared/kernel/calendar.ts'
import { termOf, type Days } from './terms.ts'

/** 23:30 on 24 November 2026 in Shanghai. */
const now = new Date('2026-11-24T15:30:00Z')

test.each<[string, Days, object]>([
  ['from now on, without an end', {}, { from: '2026-11-24T15:30:00.000Z' }],
  ['today begins now', { firstDay: '2026-11-24' }, { from: '2026-11-24T15:30:00.000Z' }],
  [
    'another day begins at midnight',
    { firstDay: '2026-11-25' },
    { from: '2026-11-24T16:00:00.000Z' },
  ],
  [
    'the last day is held whole',
    { lastDay: '2026-11-24' },
    { from: '2026-11-24T15:30:00.000Z', until: '2026-11-24T16:00:00.000Z' },
  ],
])('%s', (_, days, term) => {
  expect(termOf('street', days, now)).toEqual({ ok: true, value: term })
})

test.each([
  ['committee', 5],
  ['interim', 3],
  ['preparatory', 1],
] as const)('%s ends by itself, at the latest after %i years', (role, years) => {
  const last = addDays('2026-11-24', years * 366)
  expect(termOf(role, {}, now)).toMatchObject({ ok: false, code: 'people.term_needed' })
  expect(termOf(role, { lastDay: last }, now).ok).toBe(true)
  expect(termOf(role, { lastDay: addDays(last, 1) }, now)).toMatchObject({
    ok: false,
    code: 'people.term_too_long',
    params: { years },
  })
})
