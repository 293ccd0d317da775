import {
  buildingOf,
  canFinishIntake,
  differencesIn,
  figuresByBuilding,
  figuresOf,
  serialRuns,
  type HeadPaper,
} from './reconcile.ts'
import type { SheetState } from './terms.ts'

type One = HeadPaper['sheets'][number]
const one = (state: SheetState, rest: Partial<One> = {}): One => ({
  ...{ edition: 1, state, wasIssued: false, late: false },
  ...rest,
})
const head = (building: string, ...sheets: One[]): HeadPaper => ({ building, place: 1, sheets })

const HEADS = [
  head(
    '1',
    one('void', { wasIssued: true }),
    one('returned', { wasIssued: true, entry: 'settled' }),
  ),
  head('1', one('returned', { wasIssued: true, entry: 'differs' })),
  head('1', one('returned', { late: true })),
  head('2', one('printed')),
  head('2', one('issued', { wasIssued: true })),
  head('2', one('missing', { wasIssued: true })),
  head('2'),
]

test('each sheet is counted where it stands', () => {
  expect(figuresOf(HEADS)).toEqual({
    ...{ heads: 7, unprinted: 1, printed: 7, kept: 1, out: 1, returned: 3, void: 1, missing: 1 },
    ...{ issued: 5, late: 1, unissued: 1, entered: 1, waiting: 1, conflicts: 1 },
  })
  expect(figuresByBuilding(HEADS).map(({ building, printed }) => [building, printed])).toEqual([
    ['1', 4],
    ['2', 3],
  ])
})

test('what does not come out even wants words; beside the phone nobody has to have a sheet', () => {
  const total = figuresOf(HEADS)
  const kinds = (everybody: boolean) => differencesIn(total, everybody).map(({ kind }) => kind)
  expect(kinds(true)).toEqual(['unprinted', 'kept', 'out', 'missing', 'late', 'unissued'])
  expect(kinds(false)).toEqual(['kept', 'out', 'missing', 'late', 'unissued'])
})

test('it is not finished while a sheet waits, or a difference has no words', () => {
  const differences = [{ kind: 'out' as const, count: 1 }]
  const note = { kind: 'out' as const, text: '业主外出未交。' }
  const other = { kind: 'late' as const, text: '没有这回事。' }
  expect(canFinishIntake({ waiting: 2 }, differences, [note])).toMatchObject({
    code: 'votes.sheets_waiting',
    params: { count: 2 },
  })
  expect(canFinishIntake({ waiting: 0 }, differences, [other])).toMatchObject({
    code: 'votes.difference_unexplained',
    params: { what: '发出没有收回的表决票' },
  })
  // Words for what is not so are not kept.
  expect(canFinishIntake({ waiting: 0 }, differences, [other, note])).toEqual({
    ok: true,
    value: [note],
  })
})

test.each([
  [[], ''],
  [['1-1'], '1-1'],
  [['1-1', '2-1', '3-1'], '1-1 至 3-1'],
  [['1-1', '2-1', '2-2', '3-1', '5-1'], '1-1 至 2-1、2-2、3-1、5-1'],
])('the serials %j are written %s', (serials, expected) => {
  const sheets = serials.map((serial) => {
    const [place = 0, edition = 0] = serial.split('-').map(Number)
    return { place, edition }
  })
  expect(serialRuns(sheets)).toBe(expected)
})

test.each([
  ['3-2-801', '3'],
  ['P-001', 'P'],
  ['别墅8', ''],
])('%s stands in %s', (unit, building) => {
  expect(buildingOf(unit)).toBe(building)
})
