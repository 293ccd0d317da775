import { canAnswer, canObject, openOnes, untilOf } from './objections.ts'

const UNTIL = '2026-03-27T16:00:00.000Z'
const roll = { state: 'roll_published', published: { until: UNTIL } } as const
const result = { state: 'result_published', resultUntil: UNTIL, finalAt: UNTIL } as const
const NONE = { ended: false, list: [] }
const by = (person: string, times: number) =>
  Array.from({ length: times }, () => ({ person, answered: false }))

test('a window of seven days begins on the day after and ends at midnight in Shanghai', () => {
  expect(untilOf(new Date('2026-03-20T15:59:59Z'), 7).toISOString()).toBe(UNTIL)
  expect(untilOf(new Date('2026-03-20T16:00:00Z'), 7).toISOString()).toBe(
    '2026-03-28T16:00:00.000Z',
  )
})

test.each([
  ['while the roll is shown', 'roll', roll, NONE, '2026-03-27T15:59:59.999Z', undefined],
  ['at the very end', 'roll', roll, NONE, UNTIL, 'votes.no_objections_now'],
  [
    'once it was ended',
    'roll',
    roll,
    { ...NONE, ended: true },
    '2026-03-21T00:00:00Z',
    'votes.no_objections_now',
  ],
  [
    'to a result nobody published',
    'result',
    roll,
    NONE,
    '2026-03-21T00:00:00Z',
    'votes.no_objections_now',
  ],
  ['while the result is shown', 'result', result, NONE, '2026-03-21T00:00:00Z', undefined],
  [
    'to the roll when the result is out',
    'roll',
    result,
    NONE,
    '2026-03-21T00:00:00Z',
    'votes.no_objections_now',
  ],
  [
    'for the third time',
    'roll',
    roll,
    { ended: false, list: by('p', 2) },
    '2026-03-21T00:00:00Z',
    undefined,
  ],
  [
    'for the fourth time',
    'roll',
    roll,
    { ended: false, list: by('p', 3) },
    '2026-03-21T00:00:00Z',
    'votes.too_many_objections',
  ],
  [
    'where the record is full',
    'roll',
    roll,
    { ended: false, list: by('q', 100) },
    '2026-03-21T00:00:00Z',
    'votes.too_many_objections',
  ],
] as const)('%s', (_name, about, vote, found, now, code) => {
  const decision = canObject(about, vote, found, 'p', new Date(now))
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test('an objection is answered once', () => {
  expect(canAnswer({ answered: false }).ok).toBe(true)
  expect(canAnswer({ answered: true })).toMatchObject({ code: 'votes.objection_answered' })
  expect(canAnswer(undefined)).toMatchObject({ code: 'votes.objection_not_found' })
  expect(openOnes({ list: [{ person: 'p', answered: true }, ...by('q', 2)] })).toBe(2)
})
