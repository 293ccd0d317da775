import { VoteState } from '../terms.ts'
import { canCancel, canFreezeRoll, canGiveNotice, canRedraft, isPublic } from './conducting.ts'

const NOW = new Date('2026-03-20T00:00:00Z')
const life = (state: VoteState) => ({
  state,
  // Half way through the window, so that the label is what the clock says.
  opensAt: state === 'noticed' ? '2026-03-21T00:00:00Z' : '2026-03-19T00:00:00Z',
  closesAt: '2026-03-22T00:00:00Z',
})

const OPERATIONS = { canRedraft, canFreezeRoll, canGiveNotice, canCancel }

// Every state × every operation of whoever conducts the vote.
const ALLOWED: Record<keyof typeof OPERATIONS, Record<VoteState, boolean>> = {
  canRedraft: only('draft'),
  canFreezeRoll: only('draft'),
  canGiveNotice: only('roll_frozen'),
  canCancel: only('draft', 'roll_frozen', 'noticed', 'open'),
}

function only(...states: VoteState[]): Record<VoteState, boolean> {
  const all = VoteState.options.map((state) => [state, states.includes(state)])
  return Object.fromEntries(all) as Record<VoteState, boolean>
}

const CASES = Object.entries(ALLOWED).flatMap(([operation, states]) =>
  Object.entries(states).map(
    ([state, allowed]) =>
      [operation as keyof typeof OPERATIONS, state as VoteState, allowed] as const,
  ),
)

test.each(CASES)('%s while %s: %s', (operation, state, allowed) => {
  const decision = OPERATIONS[operation](life(state), NOW)
  expect(decision.ok).toBe(allowed)
  if (!decision.ok) expect(decision.code).toBe('votes.wrong_state')
})

test('a refusal names the state and the act', () => {
  expect(canRedraft(life('counted'), NOW)).toEqual({
    ok: false,
    code: 'votes.wrong_state',
    params: { state: '已计票', act: '修改内容' },
  })
})

test('what nobody has closed yet cannot be cancelled once its time is up', () => {
  expect(canCancel(life('open'), new Date('2026-03-22T00:00:00.000Z')).ok).toBe(true)
  expect(canCancel(life('open'), new Date('2026-03-22T00:00:00.001Z')).ok).toBe(false)
})

test('a vote is public from its frozen roll on', () => {
  expect(isPublic({})).toBe(false)
  expect(isPublic({ roll: {} })).toBe(true)
})
