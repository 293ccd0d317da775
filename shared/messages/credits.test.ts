import fc from 'fast-check'
import { accepts, EMPTY, ends, MOST_CREDITS, settles, takes, type Ledger } from './credits.ts'

const NOON = new Date('2026-11-24T04:00:00Z')
const after = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
const agreed = (times: number): Ledger =>
  Array.from({ length: times }, (_, n) => n).reduce(
    (ledger: Ledger, n) => accepts(ledger, 'phone', `tap ${n}`, NOON),
    EMPTY,
  )
const held = (ledger: Ledger): number => ledger.taken.filter(({ sent }) => !sent).length

describe('agreeing', () => {
  test.each<[string, readonly (readonly ['phone' | 'weixin', string, number])[], number]>([
    ['the phone alone', [['phone', 'a', 0]], 1],
    ['WeChat alone', [['weixin', 'a', 0]], 1],
    [
      'both about one tap',
      [
        ['phone', 'a', 0],
        ['weixin', 'x', 1],
      ],
      1,
    ],
    [
      'WeChat first',
      [
        ['weixin', 'x', 0],
        ['phone', 'a', 1],
      ],
      1,
    ],
    [
      'the same twice',
      [
        ['phone', 'a', 0],
        ['phone', 'a', 1],
      ],
      1,
    ],
    [
      'WeChat’s word twice',
      [
        ['phone', 'a', 0],
        ['weixin', 'x', 0],
        ['weixin', 'x', 1],
      ],
      1,
    ],
    [
      'two taps, one after the other',
      [
        ['phone', 'a', 0],
        ['weixin', 'x', 0],
        ['phone', 'b', 1],
        ['weixin', 'y', 1],
      ],
      2,
    ],
    [
      'two taps, told of crosswise',
      [
        ['phone', 'a', 0],
        ['phone', 'b', 1],
        ['weixin', 'x', 2],
        ['weixin', 'y', 3],
      ],
      2,
    ],
    [
      'ten minutes apart they are one',
      [
        ['phone', 'a', 0],
        ['weixin', 'x', 10],
      ],
      1,
    ],
    [
      'longer apart they are two',
      [
        ['phone', 'a', 0],
        ['weixin', 'x', 11],
      ],
      2,
    ],
  ])('%s', (_, told, credits) => {
    const ledger = told.reduce(
      (before: Ledger, [by, id, minutes]) => accepts(before, by, id, after(minutes)),
      EMPTY,
    )
    expect(ledger.credits).toBe(credits)
  })

  test('more than fifty are not counted', () => {
    expect(agreed(MOST_CREDITS + 3).credits).toBe(MOST_CREDITS)
  })
})

describe('sending', () => {
  test('a credit is taken once for a message, and not without one', () => {
    const first = takes(agreed(1), 'm')
    expect(first).toMatchObject({ taken: 'held', ledger: { credits: 0 } })
    expect(takes(first.ledger, 'm')).toEqual({ taken: 'held', ledger: first.ledger })
    expect(takes(first.ledger, 'n').taken).toBe('none')
  })

  test.each([
    ['sent', 1],
    ['given_back', 2],
    ['lost', 1],
    ['none_left', 0],
  ] as const)('%s: %i are left of two', (spent, left) => {
    const ledger = settles(takes(agreed(2), 'm').ledger, 'm', spent)
    expect(ledger.credits).toBe(left)
    expect(held(ledger)).toBe(0)
    expect(settles(ledger, 'm', spent)).toBe(ledger)
  })

  test('what was sent is known to be sent', () => {
    const ledger = settles(takes(agreed(2), 'm').ledger, 'm', 'sent')
    expect(takes(ledger, 'm')).toEqual({ taken: 'sent', ledger })
  })

  test('switched off, nothing is left; but what was agreed to later stays', () => {
    expect(ends(agreed(2), after(1)).credits).toBe(0)
    expect(ends(agreed(2), after(-1)).credits).toBe(2)
  })
})

test('whatever happens: never below none, never a credit out of nothing, and the ledger stays small', () => {
  const message = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('accepts' as const), id: fc.nat(500), minutes: fc.nat(9_000) }),
    fc.record({ kind: fc.constant('takes' as const), message }),
    fc.record({
      kind: fc.constant('settles' as const),
      message,
      spent: fc.constantFrom('sent' as const, 'given_back' as const, 'lost' as const),
    }),
    fc.record({ kind: fc.constant('ends' as const), minutes: fc.nat(9_000) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let ledger = EMPTY
      let agreedTo = 0
      for (const one of steps) {
        const before = ledger
        if (one.kind === 'takes') ledger = takes(ledger, one.message).ledger
        if (one.kind === 'settles') ledger = settles(ledger, one.message, one.spent)
        if (one.kind === 'ends') ledger = ends(ledger, after(one.minutes))
        if (one.kind === 'accepts') {
          ledger = accepts(ledger, 'phone', String(one.id), after(one.minutes))
          agreedTo += 1
        }
        expect(ledger.credits).toBeGreaterThanOrEqual(0)
        expect(ledger.credits + held(ledger)).toBeLessThanOrEqual(agreedTo)
        const grew = ledger.credits + held(ledger) - before.credits - held(before)
        expect(grew).toBeLessThanOrEqual(one.kind === 'accepts' ? 1 : 0)
      }
      expect(ledger.taken.length).toBeLessThanOrEqual(24)
    }),
    { numRuns: 200 },
  )
})
