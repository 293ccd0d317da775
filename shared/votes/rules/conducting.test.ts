import { VoteState } from '../terms.ts'
import { canAct, canFreezeRoll, canRedraft, isPublic } from './conducting.ts'
import { TRANSITIONS } from './transitions.ts'

const NOW = new Date('2026-03-20T00:00:00Z')
const life = (state: VoteState) => ({
  state,
  // Half way through the window, so that the label is what the clock says.
  opensAt: state === 'noticed' ? '2026-03-21T00:00:00Z' : '2026-03-19T00:00:00Z',
  closesAt: '2026-03-22T00:00:00Z',
})

// Every state × every act: what no transition begins with is refused, and the refusal names the state and the act.
const CASES = TRANSITIONS.flatMap(({ act, from }) =>
  VoteState.options.map(
    (state) => [act, state, (from as readonly VoteState[]).includes(state)] as const,
  ),
)

test.each(CASES)('%s while %s: %s', (act, state, allowed) => {
  const decision = canAct(act, life(state), NOW)
  expect(decision.ok).toBe(allowed)
  if (!decision.ok) expect(decision.code).toBe('votes.wrong_state')
})

test('every state is reached, and every one but the ends is left', () => {
  const reached = new Set<VoteState>(['draft', ...TRANSITIONS.map(({ to }) => to)])
  const left = new Set<VoteState>(TRANSITIONS.flatMap(({ from }) => from))
  expect([...reached].sort()).toEqual([...VoteState.options].sort())
  expect(VoteState.options.filter((state) => !left.has(state))).toEqual([
    'no_quorum',
    'annulled',
    'cancelled',
  ])
})

test('every transition names the law or says that it is ours', () => {
  for (const { law, confidence } of TRANSITIONS) {
    expect(law).not.toBe('')
    if (confidence !== 'ours') expect(law).toMatch(/第.+条/)
  }
})

test.each([
  ['draft', true],
  ['roll_published', true],
  ['roll_frozen', true],
  ['noticed', true],
  ['open', false],
  ['counted', false],
  ['cancelled', false],
] as const)('the text may be changed while %s: %s', (state, allowed) => {
  expect(canRedraft(life(state), NOW).ok).toBe(allowed)
})

test('a refusal names the state and the act', () => {
  expect(canRedraft(life('counted'), NOW)).toEqual({
    ok: false,
    code: 'votes.wrong_state',
    params: { state: '已计票', act: '修改内容' },
  })
})

test('what nobody has closed yet cannot be cancelled once its time is up', () => {
  expect(canAct('cancel', life('open'), new Date('2026-03-22T00:00:00.000Z')).ok).toBe(true)
  expect(canAct('cancel', life('open'), new Date('2026-03-22T00:00:00.001Z')).ok).toBe(false)
})

// The window ends at midnight in Shanghai after its last day.
const UNTIL = '2026-03-27T16:00:00.000Z'
test.each([
  ['advisory', 'draft', '2026-03-20T00:00:00Z', 0, undefined],
  ['local_electronic', 'draft', '2026-04-20T00:00:00Z', 0, 'votes.wrong_state'],
  ['paper_assisted', 'roll_published', '2026-03-27T15:59:59.999Z', 0, 'votes.roll_still_open'],
  ['paper_assisted', 'roll_published', UNTIL, 1, 'votes.objections_open'],
  ['paper_assisted', 'roll_published', UNTIL, 0, undefined],
  ['advisory', 'roll_frozen', UNTIL, 0, 'votes.wrong_state'],
] as const)('the roll of a %s vote, %s, at %s with %d open', (mode, state, now, open, code) => {
  const vote = { mode, state, published: { until: UNTIL } }
  const decision = canFreezeRoll(vote, open, new Date(now))
  expect(decision.ok ? undefined : decision.code).toBe(code)
  if (code === 'votes.roll_still_open') {
    expect(decision).toMatchObject({ params: { day: '3 月 27 日（周五）' } })
  }
})

test('a vote is public from its published or frozen roll on', () => {
  expect(isPublic({})).toBe(false)
  expect(isPublic({ published: {} })).toBe(true)
  expect(isPublic({ roll: {} })).toBe(true)
})
