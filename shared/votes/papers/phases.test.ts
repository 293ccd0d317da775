import { VoteState } from '../terms.ts'
import { canDeclareIntake, canHandlePaper, hasPaper, waitsForPaper } from './phases.ts'

const OPENS = '2026-12-10T16:00:00.000Z'
const CLOSES = '2026-12-15T10:00:00.000Z'
const codeOf = (decision: { ok: boolean; code?: string }) => decision.code ?? 'ok'
const life = (state: VoteState, rest: object = {}) => ({
  ...{ state, mode: 'paper_assisted' as const },
  ...(state === 'draft' || state === 'roll_frozen' ? {} : { opensAt: OPENS, closesAt: CLOSES }),
  ...rest,
})

test.each([
  ['paper_assisted', undefined, true],
  ['local_electronic', undefined, false],
  ['local_electronic', true, true],
  ['advisory', true, true],
  ['official_external', true, false],
] as const)('%s, paper beside it %s: %s', (mode, paper, expected) => {
  expect(hasPaper({ mode, paper })).toBe(expected)
})

// Every act × when.
const WHEN = {
  roll_frozen: ['roll_frozen', OPENS],
  noticed: ['noticed', '2026-12-01T00:00:00.000Z'],
  open: ['noticed', OPENS],
  closed: ['open', '2026-12-15T10:00:00.001Z'],
  counted: ['counted', '2026-12-20T00:00:00.000Z'],
} as const
test.each([
  ['print', ['noticed', 'open']],
  ['issue', ['noticed', 'open']],
  ['return', ['open', 'closed']],
  ['strike', ['noticed', 'open', 'closed']],
  ['enter', ['open', 'closed']],
  ['look', ['noticed', 'open', 'closed']],
  ['photograph', ['open', 'closed']],
] as const)('%s while %j', (act, allowed) => {
  for (const [name, [state, now]] of Object.entries(WHEN)) {
    const code = codeOf(canHandlePaper(act, life(state), new Date(now)))
    const expected = (allowed as readonly string[]).includes(name) ? 'ok' : 'votes.wrong_state'
    expect([name, code]).toEqual([name, expected])
  }
})

test('what is finished stays so', () => {
  const finished = { intake: { declarations: [], finishedAt: CLOSES } }
  const vote = life('closed', finished)
  expect(waitsForPaper(vote)).toBe(false)
  expect(codeOf(canHandlePaper('return', vote, new Date(CLOSES)))).toBe('votes.intake_finished')
  expect(codeOf(canDeclareIntake(vote, new Date('2026-12-20T00:00:00Z')))).toBe(
    'votes.intake_finished',
  )
})

test.each([
  ['2026-12-15T10:00:00.000Z', 'votes.wrong_state'],
  ['2026-12-15T10:00:59.999Z', 'votes.intake_not_yet'],
  ['2026-12-15T10:01:00.000Z', 'ok'],
])('declared complete at %s: %s', (now, expected) => {
  expect(codeOf(canDeclareIntake(life('open'), new Date(now)))).toBe(expected)
})
