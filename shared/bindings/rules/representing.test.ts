import { COUPLE, done, NOW, SOLE } from './bindings.fixture.ts'
import { EMPTY, type Home, type Registered } from './home.ts'
import {
  consentToRepresentative,
  lapseRepresentation,
  proposeRepresentative,
  revokeRepresentative,
} from './representing.ts'

const propose = (home: Home, rest = {}, registered: Registered = COUPLE) =>
  proposeRepresentative(home, { proposal: 'p', owner: 'k-li', ...rest }, registered, NOW)
const consent = (home: Home, owner: string, proposal = 'p', registered: Registered = COUPLE) =>
  consentToRepresentative(home, { proposal, owner }, registered, { kind: 'written_consent' })

const byLi = done(propose(EMPTY, { proposer: 'k-li' }))
const agreed = done(consent(byLi, 'k-wang'))
const OTHERS: Registered = {
  owners: [...COUPLE.owners.slice(0, 1), { key: 'k-zhao', name: '赵六' }],
}

test('effective once every one of them has consented, and not before', () => {
  expect([byLi.representative, byLi.proposal?.consents]).toEqual([undefined, ['k-li']])
  expect(agreed).toMatchObject({ representative: { owner: 'k-li', set: ['k-li', 'k-wang'] } })
  expect(agreed.proposal).toBeUndefined()
})

test('on paper the proposal starts with nobody, and the officer records each', () => {
  const onPaper = done(propose(EMPTY))
  const both = done(consent(done(consent(onPaper, 'k-wang')), 'k-li'))
  expect(both.representative?.owner).toBe('k-li')
})

test.each([
  ['a home of one', propose(EMPTY, {}, SOLE), 'one_owner'],
  ['somebody else', propose(EMPTY, { owner: 'k-x' }), 'not_on_register'],
  ['by somebody else', propose(EMPTY, { proposer: 'k-x' }), 'not_of_set'],
  ['who is it already', propose(agreed), 'already_representative'],
  ['consent to another proposal', consent(byLi, 'k-wang', 'p2'), 'no_proposal'],
  ['consent to none', consent(EMPTY, 'k-wang'), 'no_proposal'],
  ['consent of somebody else', consent(byLi, 'k-x'), 'not_of_set'],
  ['consent twice', consent(byLi, 'k-li'), 'already_consented'],
  ['consent of other owners', consent(byLi, 'k-wang', 'p', OTHERS), 'owners_changed'],
  ['revoking nothing', revokeRepresentative(EMPTY, 'k-li', COUPLE), 'no_representative'],
  ['revoking by somebody else', revokeRepresentative(agreed, 'k-x', COUPLE), 'not_of_set'],
] as const)('%s is refused', (_, decided, code) => {
  expect(decided).toMatchObject({ ok: false, code: `bindings.${code}` })
})

test('any of them ends it, proposed or effective', () => {
  for (const home of [byLi, agreed]) {
    const next = done(revokeRepresentative(home, 'k-wang', COUPLE))
    expect([next.proposal, next.representative]).toEqual([undefined, undefined])
  }
})

test('a new proposal leaves the representative until it is effective', () => {
  const proposed = done(propose(agreed, { proposal: 'p2', owner: 'k-wang', proposer: 'k-wang' }))
  expect(proposed.representative?.owner).toBe('k-li')
  expect(done(consent(proposed, 'k-li', 'p2')).representative?.owner).toBe('k-wang')
})

test('other owners are bound by nothing that the former agreed', () => {
  for (const home of [byLi, agreed]) {
    const { home: next, happened } = lapseRepresentation(home, OTHERS)
    expect([next.proposal, next.representative]).toEqual([undefined, undefined])
    expect(happened).toEqual([{ kind: 'representative_lapsed' }])
  }
  expect(lapseRepresentation(agreed, COUPLE)).toEqual({ home: agreed, happened: [] })
})
