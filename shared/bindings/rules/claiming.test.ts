import {
  CHAIR,
  CLERK,
  claimBy,
  COUPLE,
  done,
  homeWith,
  NOW,
  RULES,
  SOLE,
  WORKER,
  CARD,
  MATCHED,
  confirmed,
  statusOf,
} from './bindings.fixture.ts'
import { placeClaim } from './claiming.ts'
import { confirm, withdraw } from './deciding.ts'
import { find } from './home.ts'

const noMatch = { match: 'none', owner: undefined } as const
const byName = { match: 'name_only' } as const

describe('a claim', () => {
  test.each([
    ['name and phone', 'claimed', claimBy('a')],
    ['the name alone', 'waiting', claimBy('a', byName)],
    ['the phone alone', 'waiting', claimBy('a', { match: 'phone_only', name: '张山' })],
    ['nothing', 'waiting', claimBy('a', noMatch)],
    ['name and a paper code', 'claimed', claimBy('a', { byCode: true })],
  ] as const)('by %s is %s', (_, status, claim) => {
    expect(statusOf(homeWith([claim]), 'a')).toBe(status)
  })

  test('two persons for one owner both wait, and both are marked', () => {
    const home = homeWith([claimBy('a'), claimBy('b', byName)])
    expect(home.bindings.map(({ status, contested }) => [status, contested])).toEqual([
      ['waiting', true],
      ['waiting', true],
    ])
  })

  test('a phone that a family shares sets nobody aside', () => {
    const spouse = claimBy('b', { name: '李四', match: 'phone_only' })
    expect(statusOf(homeWith([claimBy('a'), spouse]), 'a')).toBe('claimed')
  })

  test('who is verified stays so, whoever else comes', () => {
    const home = homeWith([claimBy('a')])
    const later = done(placeClaim(done(confirmed(home, 'a')), claimBy('b'), SOLE, RULES, NOW))
    expect([statusOf(later, 'a'), statusOf(later, 'b')]).toEqual(['verified', 'waiting'])
    expect(later.bindings.every(({ contested }) => contested)).toBe(true)
  })

  test('co-owners do not stand against each other', () => {
    const home = homeWith(
      [claimBy('a', { owner: 'k-li' }), claimBy('b', { owner: 'k-wang' })],
      COUPLE,
    )
    expect(
      home.bindings.map(({ status, contested, relation }) => [status, contested, relation]),
    ).toEqual([
      ['claimed', false, 'co_owner'],
      ['claimed', false, 'co_owner'],
    ])
  })

  test('a claim that waits for want of the right phone is claimed by a code', () => {
    const home = homeWith([claimBy('a', byName)])
    const next = placeClaim(home, claimBy('a', { binding: 'b-2', byCode: true }), SOLE, RULES, NOW)
    expect(done(next).bindings).toMatchObject([{ binding: 'b-a', status: 'claimed', byCode: true }])
  })

  test('a second claim of the same person is none', () => {
    const again = placeClaim(homeWith([claimBy('a')]), claimBy('a'), SOLE, RULES, NOW)
    expect(again).toMatchObject({ ok: false, code: 'bindings.already_yours' })
  })

  test('strangers who wait keep nobody out whom the register knows', () => {
    const strangers = Array.from({ length: 10 }, (_, n) => claimBy(`s${n}`, noMatch))
    const home = homeWith(strangers)
    const eleventh = placeClaim(home, claimBy('s10', noMatch), SOLE, RULES, NOW)
    expect(eleventh).toMatchObject({ ok: false, code: 'bindings.home_crowded' })
    expect(statusOf(done(placeClaim(home, claimBy('a'), SOLE, RULES, NOW)), 'a')).toBe('claimed')
  })
})

describe('confirming', () => {
  const byNameOnly = homeWith([claimBy('a', byName)])
  const heir = homeWith([claimBy('a', { ...noMatch, name: '张小三', ground: 'heir' })])
  const held = done(
    placeClaim(done(confirmed(homeWith([claimBy('a')]), 'a')), claimBy('b'), SOLE, RULES, NOW),
  )
  const over = done(withdraw(homeWith([claimBy('a')]), 'b-a', 'a', SOLE, NOW))
  const owner = { binding: 'b-a', owner: 'k-zhang' }
  const notarised = { kind: 'inheritance_notarised' } as const

  test.each([
    ['a match, by the register', homeWith([claimBy('a')]), owner, MATCHED],
    ['a name, by the card', byNameOnly, owner, CARD],
    ['an heir, by a notary', heir, owner, notarised],
  ] as const)('%s', (_, home, of, evidence) => {
    const next = done(confirm(home, { ...of, evidence }, CHAIR, SOLE, RULES, NOW))
    expect(find(next, 'b-a')).toMatchObject({ status: 'verified', owner: 'k-zhang' })
  })

  test.each([
    ['nobody', homeWith([]), owner, MATCHED, CHAIR, 'not_found'],
    [
      'oneself',
      homeWith([claimBy('chair')]),
      { ...owner, binding: 'b-chair' },
      MATCHED,
      CHAIR,
      'own_claim',
    ],
    ['as property staff', homeWith([claimBy('a')]), owner, MATCHED, CLERK, 'not_confirmer'],
    ['twice', held, owner, MATCHED, CHAIR, 'already_verified'],
    ['what is over', over, owner, MATCHED, CHAIR, 'already_ended'],
    [
      'as an owner who left',
      homeWith([claimBy('a')]),
      { ...owner, owner: 'k-x' },
      MATCHED,
      CHAIR,
      'not_on_register',
    ],
    ['a name by the register alone', byNameOnly, owner, MATCHED, CHAIR, 'evidence_not_enough'],
    [
      'by a code nobody used',
      byNameOnly,
      owner,
      { kind: 'paper_code' },
      CHAIR,
      'evidence_not_enough',
    ],
    [
      'another name',
      homeWith([claimBy('a', { ...noMatch, name: '钱二' })]),
      owner,
      CARD,
      CHAIR,
      'name_differs',
    ],
    ['an heir by the card alone', heir, owner, CARD, CHAIR, 'evidence_not_enough'],
    ['a place that is held', held, { ...owner, binding: 'b-b' }, MATCHED, CHAIR, 'already_held'],
    [
      'a replacement of another',
      held,
      { ...owner, binding: 'b-b', replaces: 'b-x' },
      MATCHED,
      CHAIR,
      'replaces_other',
    ],
    [
      'a replacement of nobody',
      homeWith([claimBy('a')]),
      { ...owner, replaces: 'b-x' },
      MATCHED,
      CHAIR,
      'replaces_other',
    ],
  ] as const)('%s is refused', (_, home, of, evidence, by, code) => {
    expect(confirm(home, { ...of, evidence }, by, SOLE, RULES, NOW)).toMatchObject({
      ok: false,
      code: `bindings.${code}`,
    })
  })

  test('a replacement ends the one who held the place, in the same step', () => {
    const next = confirmed(held, 'b', WORKER, { evidence: CARD, replaces: 'b-a' })
    expect(done(next).bindings).toMatchObject([
      { status: 'ended', ended: { reason: 'replaced', was: 'verified' } },
      { status: 'verified', contested: false },
    ])
  })

  test('an heir in the place of somebody bound: succeeded', () => {
    const claim = claimBy('h', { ...noMatch, name: '张小三', ground: 'heir' })
    const both = done(
      placeClaim(done(confirmed(homeWith([claimBy('a')]), 'a')), claim, SOLE, RULES, NOW),
    )
    const next = done(confirmed(both, 'h', WORKER, { evidence: notarised, replaces: 'b-a' }))
    expect(find(next, 'b-a')?.ended?.reason).toBe('succeeded')
  })
})
