import { canPhotograph, canShowPhotos } from './photographing.ts'

const codeOf = (decision: { ok: boolean; code?: string }) => decision.code ?? 'ok'
const returned = { late: false, by: { person: 'a' } }
const photographed = {}
const none = { persons: [], settled: false }

test.each([
  [{}, none, 'a', 'votes.sheet_not_returned'],
  [{ returned: { ...returned, late: true } }, none, 'a', 'votes.sheet_late'],
  [{ returned }, none, 'b', 'votes.sheet_taken_in_by_other'],
  [{ returned, photographed }, none, 'a', 'votes.sheet_photographed'],
  [{ returned }, { persons: ['b'], settled: false }, 'a', 'votes.sheet_entry_begun'],
  [{ returned }, { persons: [], settled: true }, 'a', 'votes.sheet_entry_begun'],
  [{ returned }, none, 'a', 'ok'],
])('a photo of %j, entered %j, by %s: %s', (sheet, entered, person, expected) => {
  expect(codeOf(canPhotograph(sheet, entered, person, '1-1'))).toBe(expected)
})

test.each([
  [{ returned }, ['a', 'b'], true, 'votes.sheet_without_photo'],
  [{ returned, photographed }, [], false, 'votes.sheet_photo_too_early'],
  [{ returned, photographed }, ['a'], false, 'votes.sheet_photo_too_early'],
  // It may be entered once more by the same person: that is one who has read it.
  [{ returned, photographed }, ['a', 'a'], false, 'votes.sheet_photo_too_early'],
  [{ returned, photographed }, ['a', 'b'], false, 'ok'],
  [{ returned, photographed }, ['a'], true, 'ok'],
])('looking at %j, entered by %j, settled %s: %s', (sheet, persons, settled, expected) => {
  const looker = { person: 'a', closed: false }
  expect(codeOf(canShowPhotos(sheet, { persons, settled }, looker, '1-1'))).toBe(expected)
})

test('until the close only who has read the sheet looks; then both offices', () => {
  const entered = { persons: ['a', 'b'], settled: true }
  const of = (person: string, closed: boolean) =>
    codeOf(canShowPhotos({ returned, photographed }, entered, { person, closed }, '1-1'))
  expect([of('b', false), of('c', false), of('c', true)]).toEqual([
    'ok',
    'votes.sheet_photo_too_early',
    'ok',
  ])
})
