import fc from 'fast-check'
import { boundsOf, indexSpan, itemKey, itemSpan, rowKey } from './level-keys.ts'

const inOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Few characters, so that parts are often equal, or one the beginning of the other. */
const text = fc
  .array(fc.constantFrom('\u0000', '\u0001', '\u0002', 'a', '\ud7ff', '\ue000', '\u{10ffff}'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join(''))
const keys = fc.tuple(text, text)
const rows = fc.tuple(text, text, text, text)

/** Part by part, as bytes. */
const byParts = (a: readonly string[], b: readonly string[]): number =>
  a.map((part, n) => Math.sign(inOrder(part, b[n] ?? ''))).find((order) => order !== 0) ?? 0

/** Mostly the partition asked for. */
const elsewhere = fc.option(text, { nil: undefined, freq: 1 })
const NUM_RUNS = 1500

test('items are in the order of their pk, then of their sk, and no two keys are the same entry', () => {
  const place = ([pk, sk]: [string, string]) => itemKey({ pk, sk })
  const property = fc.property(keys, keys, (a, b) => {
    expect(Math.sign(inOrder(place(a), place(b)))).toBe(byParts(a, b))
  })
  fc.assert(property, { numRuns: NUM_RUNS })
})

test('rows are in the order of index-pk, index-sk, pk, sk', () => {
  const place = ([ipk, isk, pk, sk]: [string, string, string, string]) =>
    rowKey('by1', { pk: ipk, sk: isk }, { pk, sk })
  const property = fc.property(rows, rows, (a, b) => {
    expect(Math.sign(inOrder(place(a), place(b)))).toBe(byParts(a, b))
  })
  fc.assert(property, { numRuns: NUM_RUNS })
})

interface Bounds {
  readonly gte?: string
  readonly gt?: string
  readonly lt?: string
  readonly lte?: string
}

const holds = ({ gte = '', gt = '', lt, lte }: Bounds, key: string): boolean =>
  inOrder(key, gte) >= 0 &&
  inOrder(key, gt) > 0 &&
  (lt === undefined || inOrder(key, lt) < 0) &&
  (lte === undefined || inOrder(key, lte) <= 0)

test.each([
  ['items', itemSpan, (pk: string, sk: string) => itemKey({ pk, sk })],
  [
    'rows',
    (pk: string) => indexSpan('wake', pk),
    (pk: string, sk: string) => rowKey('wake', { pk, sk }, { pk: 'a', sk: 'a' }),
  ],
])('bounds of %s hold exactly what they say', (_name, spanOf, place) => {
  const property = fc.property(text, elsewhere, text, text, (pk, other, bound, sk) => {
    const otherPk = other ?? pk
    const span = spanOf(pk)
    const found = (range: object) => holds(boundsOf(span, range, undefined), place(otherPk, sk))
    const same = otherPk === pk
    expect(found({})).toBe(same)
    expect(found({ prefix: bound })).toBe(same && sk.startsWith(bound))
    expect(found({ from: bound })).toBe(same && inOrder(sk, bound) >= 0)
    expect(found({ to: bound })).toBe(same && inOrder(sk, bound) <= 0)
  })
  fc.assert(property, { numRuns: NUM_RUNS })
})
