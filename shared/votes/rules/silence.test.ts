import { DEMO } from '../profiles/demo.ts'
import { NATIONAL } from '../profiles/national.ts'
import { valuesOf } from '../profiles/profile.ts'
import { canChooseSilence, silenceFor } from './silence.ts'

const demo = valuesOf(DEMO)
const WORDED = { clause: '议事规则第十五条', warning: '不交回的随多数。' }

test.each([
  ['left out', { policy: 'NOT_PARTICIPATING' }, NATIONAL, undefined],
  [
    'abstains, where no rule allows it',
    { policy: 'PARTICIPATES_AS_ABSTAIN', ...WORDED },
    NATIONAL,
    'votes.silence_not_allowed',
  ],
  ['follows, allowed and worded', { policy: 'FOLLOWS_MAJORITY', ...WORDED }, DEMO, undefined],
  [
    'follows, without a clause',
    { policy: 'FOLLOWS_MAJORITY', ...WORDED, clause: '' },
    DEMO,
    'votes.silence_needs_clause',
  ],
  [
    'follows, without its warning',
    { policy: 'FOLLOWS_MAJORITY', ...WORDED, warning: '' },
    DEMO,
    'votes.silence_needs_clause',
  ],
] as const)('silence that is %s', (_name, chosen, profile, code) => {
  const decision = canChooseSilence(chosen, valuesOf(profile), profile.name)
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

const TOTAL = { heads: 100, areaCenti: 1_000_000 }
test.each([
  ['half on both axes', 'ordinary', { heads: 50, areaCenti: 500_000 }, 'FOLLOWS_MAJORITY'],
  ['a head short', 'ordinary', { heads: 49, areaCenti: 900_000 }, 'NOT_PARTICIPATING'],
  [
    'a hundredth of a square metre short',
    'ordinary',
    { heads: 90, areaCenti: 499_999 },
    'NOT_PARTICIPATING',
  ],
  ['a special matter', 'special', { heads: 90, areaCenti: 900_000 }, 'NOT_PARTICIPATING'],
] as const)('%s', (_name, itemClass, cast, policy) => {
  expect(silenceFor('FOLLOWS_MAJORITY', demo, itemClass, cast, TOTAL)).toBe(policy)
})

test('a special matter where the rules say so explicitly', () => {
  const rules = { ...demo, silentOnSpecial: true }
  expect(silenceFor('PARTICIPATES_AS_ABSTAIN', rules, 'special', TOTAL, TOTAL)).toBe(
    'PARTICIPATES_AS_ABSTAIN',
  )
})
