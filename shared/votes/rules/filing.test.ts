import { filingDue } from './filing.ts'

const DECIDED = {
  mode: 'paper_assisted',
  state: 'final',
  // The first of November in Shanghai.
  finalAt: '2026-10-31T16:00:00.000Z',
  matters: [4],
}
const on = (day: string): Date => new Date(`${day}T02:00:00Z`)
const EVERY = ['application', 'minutes', 'result_announcement', 'roll']

test.each([
  ['2026-11-01', 30, false],
  ['2026-12-01', 0, false],
  ['2026-12-02', -1, true],
] as const)('on %s there are %i days left', (day, daysLeft, overdue) => {
  expect(filingDue(DECIDED, 30, on(day))).toMatchObject({ by: '2026-12-01', daysLeft, overdue })
})

test.each([
  [[4, 6], EVERY],
  [[3], [...EVERY, 'committee_list']],
  [
    [2, 1, 1],
    [...EVERY, 'rules_of_procedure', 'management_convention'],
  ],
])('what was decided under %j is handed in with it', (matters, documents) => {
  const due = filingDue({ ...DECIDED, matters }, 30, on('2026-11-02'))
  expect(due).toMatchObject({ documents, missing: documents })
})

test('once filed nothing is overdue, but what was not handed in stays on the list', () => {
  const filing = { documents: ['application', 'minutes', 'committee_list'] as const }
  const due = filingDue(
    { ...DECIDED, state: 'filed', filing: { documents: [...filing.documents] } },
    30,
    on('2027-01-01'),
  )
  expect(due).toMatchObject({ overdue: false, missing: ['result_announcement', 'roll'] })
})

test.each([
  ['an opinion', { mode: 'advisory' }],
  ['a result that is not final', { state: 'result_published' }],
  ['what was annulled', { state: 'annulled' }],
  ['what nobody knows the day of', { finalAt: undefined }],
])('%s is not filed', (_, change) => {
  expect(filingDue({ ...DECIDED, ...change }, 30, on('2026-11-02'))).toBeUndefined()
})
