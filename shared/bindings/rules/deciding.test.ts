import { DAY } from '#shared/kernel/calendar.ts'
import {
  CHAIR,
  CLERK,
  claimBy,
  COLLEAGUE,
  done,
  homeWith,
  NOW,
  RULES,
  SOLE,
  WORKER,
  CARD,
  confirmed,
  statusOf,
} from './bindings.fixture.ts'
import { placeClaim } from './claiming.ts'
import {
  appeal,
  appealBy,
  endByOfficer,
  endUser,
  reject,
  seeDocument,
  withdraw,
} from './deciding.ts'
import { find, type Acting, type Home } from './home.ts'

const rejected = (home: Home, person: string, by: Acting = CHAIR) =>
  reject(
    home,
    { binding: `b-${person}`, reason: 'papers_missing', words: '请带产权证来。' },
    by,
    SOLE,
    RULES,
    NOW,
  )
const appealed = (home: Home, person: string, at = NOW) =>
  appeal(home, { binding: `b-${person}`, words: '我有产权证。' }, person, SOLE, RULES, at)

const byName = { match: 'name_only' } as const

describe('rejecting and appealing', () => {
  const once = done(rejected(homeWith([claimBy('a', byName)]), 'a', WORKER))
  const pending = done(appealed(once, 'a'))
  const twice = done(rejected(pending, 'a', COLLEAGUE))

  test('an appeal is decided by another person of the community office, finally', () => {
    expect(rejected(pending, 'a', WORKER)).toMatchObject({ code: 'bindings.appeal_needs_another' })
    expect(confirmed(pending, 'a', WORKER)).toMatchObject({ code: 'bindings.appeal_needs_another' })
    expect(confirmed(pending, 'a', CHAIR)).toMatchObject({ code: 'bindings.appeal_needs_office' })
    expect(statusOf(done(confirmed(pending, 'a', COLLEAGUE, { evidence: CARD })), 'a')).toBe(
      'verified',
    )
    expect(find(twice, 'b-a')?.rejection?.final).toBe(true)
    expect(appealed(twice, 'a')).toMatchObject({ code: 'bindings.appeal_once' })
  })

  test('an appeal has thirty days', () => {
    expect(appealBy(find(once, 'b-a') ?? { status: 'ended' }, RULES)).toEqual(
      new Date(NOW.getTime() + 30 * DAY),
    )
    expect(appealed(once, 'a', new Date(NOW.getTime() + 30 * DAY)).ok).toBe(true)
    const late = appealed(once, 'a', new Date(NOW.getTime() + 30 * DAY + 1))
    expect(late).toMatchObject({ code: 'bindings.appeal_late' })
  })

  test.each([
    ['of somebody else', once, 'b', 'not_found'],
    ['of what is not rejected', homeWith([claimBy('a')]), 'a', 'not_rejected'],
    [
      'beside a new claim',
      done(placeClaim(once, claimBy('a', { binding: 'b-2' }), SOLE, RULES, NOW)),
      'a',
      'already_yours',
    ],
  ] as const)('%s is refused', (_, home, person, code) => {
    const asked = appeal(home, { binding: 'b-a', words: '我有产权证。' }, person, SOLE, RULES, NOW)
    expect(asked).toMatchObject({ ok: false, code: `bindings.${code}` })
  })

  test('after a final rejection, and after three, the home is not claimed again for a month', () => {
    const again = (home: Home, at = NOW) =>
      placeClaim(home, claimBy('a', { binding: 'b-9', ...byName }), SOLE, RULES, at)
    expect(again(twice)).toMatchObject({ code: 'bindings.pause_after_rejection' })
    let home = homeWith([])
    for (const n of [1, 2, 3]) {
      home = done(
        placeClaim(home, claimBy('a', { binding: `b-${n}`, ...byName }), SOLE, RULES, NOW),
      )
      home = done(
        reject(
          home,
          { binding: `b-${n}`, reason: 'other', words: '不对' },
          CHAIR,
          SOLE,
          RULES,
          NOW,
        ),
      )
    }
    expect(again(home)).toMatchObject({ code: 'bindings.pause_after_rejection' })
    expect(again(home, new Date(NOW.getTime() + 30 * DAY)).ok).toBe(true)
  })

  test('a document is seen by the community office only, and is a document', () => {
    const home = homeWith([claimBy('a')])
    const see = (
      by: Acting,
      evidence: { kind: 'identity_document' | 'in_person'; last4?: string },
    ) => seeDocument(home, { binding: 'b-a', evidence }, by, RULES)
    expect(see(WORKER, CARD)).toMatchObject({
      ok: true,
      value: { home, happened: [{ kind: 'document_seen', evidence: CARD }] },
    })
    expect(see(CHAIR, CARD)).toMatchObject({ code: 'bindings.document_needs_office' })
    expect(see(WORKER, { kind: 'in_person' })).toMatchObject({ code: 'bindings.not_a_document' })
  })
})

describe('ending', () => {
  const bound = done(confirmed(homeWith([claimBy('a')]), 'a'))
  const end = (home: Home, by: Acting, kind: 'property_certificate' | 'register_match') =>
    endByOfficer(
      home,
      { binding: 'b-a', reason: 'sold', evidence: { kind }, words: '已过户' },
      by,
      SOLE,
      RULES,
      NOW,
    )

  test('by an officer, on evidence', () => {
    expect(find(done(end(bound, CHAIR, 'property_certificate')), 'b-a')).toMatchObject({
      status: 'ended',
      ended: { reason: 'sold', was: 'verified' },
    })
  })

  test.each([
    ['on no evidence', bound, CHAIR, 'register_match', 'evidence_not_enough'],
    ['by property staff', bound, CLERK, 'property_certificate', 'not_confirmer'],
    ['of oneself', bound, { ...CHAIR, person: 'a' }, 'property_certificate', 'own_claim'],
    [
      'of a claim that waits',
      homeWith([claimBy('a', byName)]),
      CHAIR,
      'property_certificate',
      'not_bound',
    ],
    [
      'twice',
      done(end(bound, CHAIR, 'property_certificate')),
      CHAIR,
      'property_certificate',
      'already_ended',
    ],
  ] as const)('%s is refused', (_, home, by, kind, code) => {
    expect(end(home, by, kind)).toMatchObject({ ok: false, code: `bindings.${code}` })
  })

  test.each([
    ['of another', 'b', bound, 'not_found'],
    ['twice', 'a', done(withdraw(bound, 'b-a', 'a', SOLE, NOW)), 'already_ended'],
    [
      'of what was rejected',
      'a',
      done(rejected(homeWith([claimBy('a')]), 'a')),
      'already_rejected',
    ],
  ] as const)('withdrawing %s is refused', (_, person, home, code) => {
    expect(withdraw(home, 'b-a', person, SOLE, NOW)).toMatchObject({ code: `bindings.${code}` })
  })

  test('a rival left alone is no longer contested', () => {
    const home = homeWith([claimBy('a'), claimBy('b')])
    expect(done(withdraw(home, 'b-a', 'a', SOLE, NOW)).bindings[1]?.contested).toBe(false)
  })

  test('an owner is no user to be removed', () => {
    expect(endUser(bound, 'b-a', { person: 'a', isStaff: false }, NOW)).toMatchObject({
      code: 'bindings.not_a_user',
    })
    expect(endUser(bound, 'b-a', { person: 'x', isStaff: false }, NOW)).toMatchObject({
      code: 'bindings.owners_only',
    })
  })
})
