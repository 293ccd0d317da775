import type { Role } from '#shared/kernel/permissions.ts'
import { NoticeCategory } from './contract.ts'
import { noticeRefusals } from './refusals.ts'
import {
  categoriesFor,
  correct,
  fingerprinted,
  isExpired,
  mayBeValidUntil,
  MOST_EDITIONS,
  sideFor,
  type Side,
} from './rules.ts'

const NOW = new Date('2026-11-24T15:59:59Z') // 23:59:59 in Shanghai

test.each([
  ['committee', 'committee', 'committee'],
  ['committee', 'safety', 'committee'],
  ['committee', 'property', 'notices.category_not_yours'],
  ['property', 'property', 'property'],
  ['manager', 'finance', 'property'],
  ['property', 'committee', 'notices.category_not_yours'],
  ['owner', 'activity', 'notices.category_not_yours'],
] as const)('%s publishes %s: %s', (role, category, expected) => {
  const decision = sideFor(category, [role])
  expect(decision.ok ? decision.value : decision.code).toBe(expected)
})

test('who has both roles publishes in the name that the category says', () => {
  const both: Role[] = ['owner', 'property', 'committee']
  const sides = NoticeCategory.options.map((category) => sideFor(category, both))
  expect(sides.every(({ ok }) => ok)).toBe(true)
  expect(sideFor('property', both)).toEqual({ ok: true, value: 'property' })
  expect(sideFor('committee', both)).toEqual({ ok: true, value: 'committee' })
})

test('the categories offered are those that may be published', () => {
  expect(categoriesFor(['committee'])).toEqual(['committee', 'safety', 'finance', 'activity'])
  expect(categoriesFor(['manager'])).toEqual(['property', 'safety', 'finance', 'activity'])
  expect(categoriesFor(['owner'])).toEqual([])
})

test.each([
  [undefined, true],
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2026-12-31', true],
])('valid until %s', (day, ok) => {
  expect(mayBeValidUntil(day, NOW).ok).toBe(ok)
})

test('a notice is current to the end of its last day in Shanghai', () => {
  expect(isExpired('2026-11-24', NOW)).toBe(false)
  expect(isExpired('2026-11-24', new Date(NOW.getTime() + 1_000))).toBe(true)
  expect(isExpired(undefined, NOW)).toBe(false)
})

describe('a correction', () => {
  const wording = { title: '停水通知', text: '明天停水。' }
  const notice = (editions: number, side: Side = 'property') => ({
    side,
    editions: Array.from({ length: editions }, (_, i) => ({ ...wording, title: `停水通知${i}` })),
  })
  const outcome = (...given: Parameters<typeof correct>) => {
    const decision = correct(...given)
    return decision.ok ? decision.value : decision.code
  }

  test.each([
    ['property', 'property', 2],
    ['property', 'manager', 2],
    ['property', 'committee', 'notices.not_yours'],
    ['committee', 'committee', 2],
    ['committee', 'property', 'notices.not_yours'],
    ['committee', 'owner', 'notices.not_yours'],
  ] as const)('of a notice of the %s by %s: %s', (side, role, expected) => {
    expect(outcome(notice(1, side), wording, [role])).toBe(expected)
  })

  test('says something else than the latest edition; an earlier one may come back', () => {
    const latest = { ...wording, title: '停水通知1' }
    expect(outcome(notice(2), latest, ['property'])).toBe('notices.unchanged')
    expect(outcome(notice(2), { ...latest, title: '停水通知0' }, ['property'])).toBe(3)
  })

  test('is refused once there are too many editions to keep together', () => {
    expect(outcome(notice(MOST_EDITIONS - 1), wording, ['property'])).toBe(MOST_EDITIONS)
    expect(correct(notice(MOST_EDITIONS), wording, ['property'])).toEqual({
      ok: false,
      code: 'notices.too_many_editions',
      params: { most: MOST_EDITIONS },
    })
  })
})

test('title and text cannot be shifted into each other unseen', () => {
  expect(fingerprinted({ title: '停水', text: '通知' })).toBe('停水\n通知')
})

test('every refusal has a whole sentence', () => {
  for (const { detail } of Object.values(noticeRefusals)) expect(detail).toMatch(/^\p{L}.*。$/u)
})
