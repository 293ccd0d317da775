import { DEMO } from '../profiles/demo.ts'
import { PROFILES } from '../profiles/index.ts'
import { valuesOf } from '../profiles/profile.ts'
import { fitsNotice, proposedOpening } from './notice.ts'

const rules = { ...valuesOf(DEMO), windowDaysAtLeast: 2, windowDaysAtMost: 10 }
// 09:00 in Shanghai.
const OPENS = '2026-03-20T01:00:00.000Z'
const CLOSES = '2026-03-25T10:00:00.000Z'

describe('notice, 15 days by the calendar of Shanghai', () => {
  test.each([
    // N01 of the specification: 5 March is in time for 20 March, 6 March is too late.
    ['2026-03-05T01:00:00Z', 'ok'],
    ['2026-03-06T01:00:00Z', 'votes.notice_too_short'],
    // The hour does not matter, the day in Shanghai does.
    ['2026-03-05T15:59:59Z', 'ok'],
    ['2026-03-05T16:00:00Z', 'votes.notice_too_short'],
    ['2026-03-20T00:00:00Z', 'votes.notice_too_short'],
  ])('noticed at %s: %s', (now, expected) => {
    const decision = fitsNotice({ opensAt: OPENS, closesAt: CLOSES }, rules, new Date(now))
    expect(decision.ok ? 'ok' : decision.code).toBe(expected)
  })

  test('the refusal says when it could open', () => {
    const now = new Date('2026-03-06T01:00:00Z')
    expect(fitsNotice({ opensAt: OPENS, closesAt: CLOSES }, rules, now)).toMatchObject({
      params: { days: 15, earliest: '3 月 21 日（周六）' },
    })
  })

  test('a draft proposes one day more, from midnight in Shanghai', () => {
    const noticed = new Date('2026-03-05T01:00:00Z')
    expect(proposedOpening(noticed, 15).toISOString()).toBe('2026-03-20T16:00:00.000Z')
  })
})

describe('window', () => {
  const NOW = new Date('2026-03-01T00:00:00Z')
  test.each([
    ['2026-03-20T01:00:00.000Z', 'votes.closes_before_opening'],
    ['2026-03-19T01:00:00.000Z', 'votes.closes_before_opening'],
    ['2026-03-22T00:59:59.999Z', 'votes.window_too_short'],
    ['2026-03-22T01:00:00.000Z', 'ok'],
    ['2026-03-30T01:00:00.000Z', 'ok'],
    ['2026-03-30T01:00:00.001Z', 'votes.window_too_long'],
  ])('closing at %s: %s', (closesAt, expected) => {
    const decision = fitsNotice({ opensAt: OPENS, closesAt }, rules, NOW)
    expect(decision.ok ? 'ok' : decision.code).toBe(expected)
  })

  test('instants are kept in one form', () => {
    const decision = fitsNotice(
      { opensAt: '2026-03-20T01:00:00Z', closesAt: '2026-03-25T10:00:00.0Z' },
      rules,
      NOW,
    )
    expect(decision).toEqual({ ok: true, value: { opensAt: OPENS, closesAt: CLOSES } })
  })
})

describe('profiles', () => {
  test.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s gives a source and a confidence for every value',
    (_, { values }) => {
      for (const one of Object.values(values)) {
        expect(one.source).not.toBe('')
        expect(['full_text', 'quoted', 'recalled', 'ours']).toContain(one.confidence)
      }
    },
  )

  test.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s keeps to what the law leaves no choice in',
    (_, profile) => {
      const values = valuesOf(profile)
      // 物业管理条例 art. 14.
      expect(values.noticeDays).toBeGreaterThanOrEqual(15)
      // A tap counts only where a clause says so.
      expect(values.modes.includes('local_electronic')).toBe(values.electronicBasis !== null)
      expect(values.windowDaysAtLeast).toBeLessThan(values.windowDaysAtMost)
    },
  )

  test('a version is published once, and invented rules say so in their name', () => {
    const names = PROFILES.map(({ id, version }) => `${id} ${version}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, fictitious } of PROFILES) expect(name.includes('虚构')).toBe(fictitious)
  })
})
