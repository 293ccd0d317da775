import {
  CHAIR,
  claimBy,
  CLERK,
  COUPLE,
  done,
  homeWith,
  MATCHED,
  NOW,
  RULES,
  SOLE,
  WORKER,
} from './bindings.fixture.ts'
import { addUser, cancelCode, issueCode, type Issuing } from './codes.ts'
import { confirm, endByOfficer, endUser, withdraw } from './deciding.ts'
import { followRegister, tick } from './following.ts'
import { type Acting, helpedBy, helpOf, type Home } from './home.ts'

const TODAY = '2026-11-24'
const OWNER: Acting = { person: 'a', role: 'owner' }
const FAMILY: Acting = { person: 'f', role: 'owner' }
const HELPER = { name: '李小花', tie: 'neighbour' } as const
const CONSENT = { kind: 'written_consent' } as const

const owned = done(
  confirm(
    homeWith([claimBy('a')]),
    { binding: 'b-a', owner: 'k-zhang', evidence: MATCHED },
    CHAIR,
    SOLE,
    RULES,
    NOW,
  ),
)
const issued = (home: Home, by: Acting, rest: Partial<Issuing> = {}) =>
  issueCode(
    home,
    { code: 'c', hash: 'h', relation: 'helper', helper: HELPER, ...rest },
    by,
    SOLE,
    RULES,
    NOW,
  )
const redeemed = (home: Home, person: string, name: string = HELPER.name, now = NOW) => {
  const [code] = home.codes
  if (!code) throw new Error('no code')
  return addUser(home, code, { binding: `b-${person}`, person, name }, RULES, now)
}
const joined = (home: Home, person = 'h') => done(redeemed(home, person))
const withFamily = joined(done(issued(owned, OWNER, { relation: 'family' })), 'f')
const byOffice = { owner: 'k-zhang', evidence: CONSENT } as const

describe('a helper is named', () => {
  test.each([
    ['by an owner, for ninety days', owned, OWNER, {}, '2027-02-22'],
    ['by family, for themselves', withFamily, FAMILY, {}, '2027-02-22'],
    ['by the office, on a paper consent', owned, WORKER, byOffice, '2027-02-22'],
    ['for a day', owned, OWNER, { until: TODAY }, TODAY],
    ['for a year at most', owned, OWNER, { until: '2027-11-25' }, '2027-11-25'],
    ['from a later day', owned, OWNER, { from: '2026-12-01' }, '2027-03-01'],
  ] as const)('%s', (_, home, by, rest, until) => {
    const { codes } = done(issued(home, by, rest))
    expect(codes).toMatchObject([{ relation: 'helper', helper: HELPER, until }])
  })

  test.each([
    ['whom nobody names', owned, OWNER, { helper: undefined }, 'helper_unnamed'],
    ['longer than a year', owned, OWNER, { until: '2027-11-26' }, 'helper_needs_end'],
    ['until yesterday', owned, OWNER, { until: '2026-11-23' }, 'until_past'],
    ['from yesterday', owned, OWNER, { from: '2026-11-23' }, 'helper_from_wrong'],
    [
      'from after the end',
      owned,
      OWNER,
      { from: '2026-12-02', until: '2026-12-01' },
      'helper_from_wrong',
    ],
    ['by who is no verified owner', homeWith([claimBy('a')]), OWNER, {}, 'owners_only'],
    [
      'by a helper',
      joined(done(issued(owned, OWNER))),
      { ...OWNER, person: 'h' },
      {},
      'owners_only',
    ],
    ['by property staff', owned, CLERK, byOffice, 'not_issuer'],
    ['by a committee member', owned, CHAIR, byOffice, 'not_issuer'],
    ['by the office, unseen', owned, WORKER, { owner: 'k-zhang' }, 'helper_needs_consent'],
    [
      'by the office, on a match of the register',
      owned,
      WORKER,
      { ...byOffice, evidence: MATCHED },
      'helper_needs_consent',
    ],
    ['by the office, for nobody', owned, WORKER, { evidence: CONSENT }, 'not_on_register'],
  ] as const)('not %s', (_, home, by, rest, code) => {
    expect(issued(home, by, rest)).toMatchObject({ ok: false, code: `bindings.${code}` })
  })

  test('family names nobody but helpers', () => {
    expect(issued(withFamily, FAMILY, { relation: 'tenant' })).toMatchObject({
      code: 'bindings.owners_only',
    })
  })

  test('what the office saw stands in the history of both steps', () => {
    const step = issued(owned, WORKER, byOffice)
    expect(step).toMatchObject({
      value: { happened: [{ kind: 'code_issued', evidence: CONSENT }] },
    })
    expect(redeemed(done(step), 'h')).toMatchObject({
      value: { happened: [{ kind: 'added', binding: 'b-h', evidence: CONSENT }] },
    })
  })
})

describe('a helper accepts by the code', () => {
  const named = done(issued(owned, OWNER))
  const ofOffice = done(issued(owned, WORKER, byOffice))

  test.each([
    ['another name', named, 'h', '王小花', NOW, 'helper_name_differs'],
    ['who named them', named, 'a', HELPER.name, NOW, 'own_helper'],
    ['who is helped', ofOffice, 'a', HELPER.name, NOW, 'own_helper'],
    ['the worker who named them', ofOffice, 'worker', HELPER.name, NOW, 'own_helper'],
    [
      'who is of the home',
      { ...withFamily, codes: named.codes },
      'f',
      HELPER.name,
      NOW,
      'already_yours',
    ],
  ] as const)('not %s', (_, home, person, name, now, code) => {
    expect(redeemed(home, person, name, now)).toMatchObject({ code: `bindings.${code}` })
  })

  test('not when its days are over before the code is', () => {
    const home = done(issued(owned, OWNER, { until: TODAY }))
    expect(redeemed(home, 'h', HELPER.name, new Date('2026-11-24T15:59:59Z')).ok).toBe(true)
    expect(redeemed(home, 'h', HELPER.name, new Date('2026-11-24T16:00:00Z'))).toMatchObject({
      code: 'bindings.code_expired',
    })
  })

  test('and helps whoever named them, or the owner the office named', () => {
    const find = (home: Home) => helpedBy(home, helpOf(home, 'h', TODAY) as never)?.person
    expect(find(joined(named))).toBe('a')
    expect(find(joined(ofOffice))).toBe('a')
    expect(find(joined(done(issued(withFamily, FAMILY))))).toBe('f')
    const nobody = joined(done(issued({ bindings: [], codes: [] }, WORKER, byOffice)))
    expect([helpOf(nobody, 'h', TODAY)?.owner, find(nobody)]).toEqual(['k-zhang', undefined])
  })
})

describe('help', () => {
  const home = joined(done(issued(owned, OWNER, { from: '2026-11-26', until: '2026-11-30' })))

  test.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('on %s: %s', (day, helps) => {
    expect(helpOf(home, 'h', day) !== undefined).toBe(helps)
  })

  test('ends by itself after the last day', () => {
    const on = (time: string) => tick(home, new Date(time)).home.bindings[1]?.status
    expect([on('2026-11-30T15:59:59Z'), on('2026-11-30T16:00:00Z')]).toEqual(['verified', 'ended'])
  })

  const ofOffice = joined(done(issued(owned, WORKER, byOffice)))
  const ofFamily = joined(done(issued(withFamily, FAMILY)))
  const sold = (at: Home) =>
    endByOfficer(
      at,
      { binding: 'b-a', reason: 'sold', evidence: { kind: 'property_certificate' }, words: '过户' },
      CHAIR,
      SOLE,
      RULES,
      NOW,
    )

  test.each([
    [
      'the owner',
      home,
      endUser(home, 'b-h', { person: 'a', isStaff: false }, NOW),
      'ended_by_owner',
    ],
    [
      'the family member who named them',
      ofFamily,
      endUser(ofFamily, 'b-h', { person: 'f', isStaff: false }, NOW),
      'ended_by_owner',
    ],
    ['the helper', home, withdraw(home, 'b-h', 'h', SOLE, NOW), 'withdrawn'],
    [
      'the office',
      home,
      endUser(home, 'b-h', { person: 'w', isStaff: true, givesHelpers: true }, NOW),
      'ended_by_staff',
    ],
    ['the owner’s leaving', home, withdraw(home, 'b-a', 'a', SOLE, NOW), 'owner_left'],
    [
      'the leaving of the owner whose family it is',
      ofFamily,
      withdraw(ofFamily, 'b-a', 'a', SOLE, NOW),
      'owner_left',
    ],
    ['a sale, where the office named them', ofOffice, sold(ofOffice), 'owner_left'],
  ] as const)('ends by %s', (_, before, step, reason) => {
    expect(helpOf(before, 'h', '2026-11-27')).toBeDefined()
    const after = done(step)
    expect(after.bindings.find(({ person }) => person === 'h')?.ended?.reason).toBe(reason)
    expect(helpOf(after, 'h', '2026-11-27')).toBeUndefined()
  })

  test('of the office’s naming outlasts the owner’s account, not the owner’s place on the register', () => {
    const without = done(withdraw(ofOffice, 'b-a', 'a', SOLE, NOW))
    expect(helpOf(without, 'h', TODAY)).toBeDefined()
    const nobody = () => undefined
    expect(helpOf(followRegister(without, SOLE, nobody, NOW).home, 'h', TODAY)).toBeDefined()
    const after = followRegister(without, COUPLE, nobody, NOW)
    expect(helpOf(after.home, 'h', TODAY)).toBeUndefined()
    expect(after.happened).toEqual([{ kind: 'ended', binding: 'b-h', reason: 'owner_left' }])
  })

  test('is ended by nobody else: not by a stranger, another helper, or the property', () => {
    const by = (person: string, staff = {}) =>
      endUser(home, 'b-h', { person, isStaff: false, ...staff }, NOW)
    expect(by('x')).toMatchObject({ code: 'bindings.owners_only' })
    expect(by('h')).toMatchObject({ code: 'bindings.owners_only' })
    const clerk = { isStaff: true, givesHelpers: false }
    expect(by('clerk', clerk)).toMatchObject({ code: 'bindings.helper_by_office' })
    const named = done(issued(owned, OWNER))
    expect(cancelCode(named, 'c', { person: 'clerk', ...clerk })).toMatchObject({
      code: 'bindings.helper_by_office',
    })
  })

  test('that nobody has accepted yet is taken back by whoever offered it', () => {
    const offered = done(issued(withFamily, FAMILY))
    expect(done(cancelCode(offered, 'c', { person: 'f', isStaff: false })).codes).toEqual([])
    expect(cancelCode(offered, 'c', { person: 'x', isStaff: false })).toMatchObject({
      code: 'bindings.owners_only',
    })
    expect(done(withdraw(offered, 'b-f', 'f', SOLE, NOW)).codes).toEqual([])
  })
})
