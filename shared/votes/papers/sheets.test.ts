import { canEnter, canMark, currentSheet, sheetOf, sheetState, type Sheet } from './sheets.ts'
import { SheetState } from './terms.ts'

const NOTICE = '2026-11-24T10:00:00.000Z'
const AT = { at: NOTICE }
const inState: Readonly<Record<SheetState, Partial<Sheet>>> = {
  printed: {},
  issued: { issued: AT },
  returned: { returned: { late: false } },
  void: { struck: { as: 'void', reason: '填错了' } },
  missing: { struck: { as: 'missing', reason: '找不到了' } },
}
const sheet = (rest: Partial<Sheet> = {}): Sheet => ({ edition: 1, notice: NOTICE, ...rest })
const codeOf = (decision: { ok: boolean; code?: string }) => decision.code ?? 'ok'

test.each(SheetState.options)('a sheet that is %s', (state) => {
  expect(sheetState(sheet(inState[state]), NOTICE)).toBe(state)
})

test('what was handed in stays so, whatever was noted before; another notice makes a sheet void', () => {
  const found = sheet({ ...inState.missing, ...inState.returned })
  expect(sheetState(found, NOTICE)).toBe('returned')
  expect(sheetState(sheet(), '2026-12-01T10:00:00.000Z')).toBe('void')
})

const R = 'votes.sheet_returned'
const I = 'votes.sheet_issued_already'
const V = 'votes.sheet_void'
const M = 'votes.sheet_missing'

// Every act × every state.
test.each([
  ['issue', { printed: 'ok', issued: I, returned: R, void: V, missing: M }],
  ['return', { printed: 'ok', issued: 'ok', returned: R, void: V, missing: 'ok' }],
  ['reprint', { printed: 'ok', issued: 'ok', returned: R, void: 'ok', missing: 'ok' }],
  ['void', { printed: 'ok', issued: 'ok', returned: R, void: V, missing: 'ok' }],
  ['missing', { printed: 'ok', issued: 'ok', returned: R, void: V, missing: M }],
] as const)('%s', (act, expected) => {
  for (const state of SheetState.options) {
    const decision = canMark(act, sheet(inState[state]), '1-1')
    expect([state, codeOf(decision)]).toEqual([state, expected[state]])
  }
})

test('a refusal says which sheet, and why it is void', () => {
  expect(canMark('issue', sheet(inState.void), '12-1')).toMatchObject({
    params: { serial: '12-1', reason: '填错了' },
  })
})

test('after twenty prints there is no other', () => {
  expect(codeOf(canMark('reprint', sheet({ edition: 20 }), '1-20'))).toBe('votes.too_many_reprints')
})

describe('which sheet is meant', () => {
  const sheets = [sheet(inState.void), sheet({ edition: 2 })]
  test.each([
    [2, NOTICE, 'ok'],
    [1, NOTICE, 'votes.sheet_replaced'],
    [3, NOTICE, 'votes.sheet_unknown'],
    [2, '2026-12-01T10:00:00.000Z', 'votes.sheet_replaced'],
  ])('print %i under the notice of %s: %s', (edition, notice, expected) => {
    expect(codeOf(sheetOf(sheets, { place: 7, edition }, notice))).toBe(expected)
  })

  test('the refusal names the one that holds', () => {
    expect(sheetOf(sheets, { place: 7, edition: 1 }, NOTICE)).toMatchObject({
      params: { serial: '7-2' },
    })
  })

  test('a head has none before anything is printed, or since the notice was changed', () => {
    expect(currentSheet<Sheet>([], NOTICE)).toBeUndefined()
    expect(currentSheet(sheets, 'later')).toBeUndefined()
    expect(currentSheet(sheets, NOTICE)).toBe(sheets[1])
  })
})

test.each([
  [{}, 'votes.sheet_not_returned'],
  [{ returned: { late: true } }, 'votes.sheet_late'],
  [{ returned: { late: false } }, 'ok'],
])('entering a sheet with %j: %s', (rest, expected) => {
  expect(codeOf(canEnter(sheet(rest), '1-1'))).toBe(expected)
})
