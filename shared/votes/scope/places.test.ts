import fc from 'fast-check'
import {
  canBeAbout,
  entranceOf,
  isHomeWithin,
  isSameScope,
  isWithin,
  votePlacesOf,
  type Placed,
} from './places.ts'
import { scopeSentence } from './words.ts'

const home = (building: string, unit: string): Placed => ({ unit, building, kind: 'home' })

const UNITS: readonly Placed[] = [
  home('10', '10-1-101'),
  home('2', '2-2-101'),
  home('2', '2-1-101'),
  home('2', '2-1-102'),
  { unit: '3-001', building: '3', kind: 'commercial' },
  { unit: '车位B1-001', building: '', kind: 'parking' },
  home('A-1', 'A-1-3-501'),
]
const KNOWN = votePlacesOf(UNITS, (building) => `${building}幢`)

test('buildings in the order of their numbers, with entrances; parking stands in none', () => {
  expect(KNOWN).toEqual([
    {
      ...{ building: '2', name: '2幢', homes: 3 },
      entrances: [
        { entrance: '1', name: '2幢1单元', homes: 2 },
        { entrance: '2', name: '2幢2单元', homes: 1 },
      ],
    },
    { building: '3', name: '3幢', homes: 1, entrances: [] },
    {
      ...{ building: '10', name: '10幢', homes: 1 },
      entrances: [{ entrance: '1', name: '10幢1单元', homes: 1 }],
    },
    {
      ...{ building: 'A-1', name: 'A-1幢', homes: 1 },
      entrances: [{ entrance: '3', name: 'A-1幢3单元', homes: 1 }],
    },
  ])
})

test.each([
  ['2', '2-1-801', '1'],
  ['3', '3-1201', ''],
  ['1-3', '1-3-2-1201', '2'],
  ['', '车位B1-001', ''],
  ['2', '3-1-801', ''],
])('in building %s the entrance of %s is “%s”', (building, unit, entrance) => {
  expect(entranceOf({ building, unit })).toBe(entrance)
})

test.each([
  ['nothing', [], 'votes.scope_empty'],
  ['a building nobody knows', [{ building: '9' }], 'votes.scope_unknown'],
  ['an entrance nobody knows', [{ building: '2', entrance: '3' }], 'votes.scope_unknown'],
  ['no building at all', [{ building: '' }], 'votes.scope_unknown'],
  ['one building twice', [{ building: '2' }, { building: '2' }], 'votes.scope_twice'],
  [
    'a building and its own entrance',
    [{ building: '2', entrance: '1' }, { building: '2' }],
    'votes.scope_overlaps',
  ],
])('%s is no scope', (_, asked, code) => {
  expect(canBeAbout(asked, KNOWN)).toMatchObject({ ok: false, code })
})

test('in the register’s order and by its names, however it was asked', () => {
  const asked = [{ building: '10' }, { building: '2', entrance: '2' }]
  expect(canBeAbout(asked, KNOWN)).toEqual({
    ok: true,
    value: [
      { building: '2', entrance: '2', name: '2幢2单元' },
      { building: '10', name: '10幢' },
    ],
  })
})

test.each([
  [[{ building: '2' }], '2-1-101', true],
  [[{ building: '2' }], '20-1-101', false],
  [[{ building: '2', entrance: '1' }], '2-1-101', true],
  [[{ building: '2', entrance: '1' }], '2-2-101', false],
  [[{ building: '2' }], '车位2-101', false],
])('%j and the home %s: %s', (places, unit, within) => {
  expect(isHomeWithin(places, unit)).toBe(within)
})

test('two scopes are the same in whatever order; the whole community is another', () => {
  const places = [{ building: '2' }, { building: '3' }]
  expect(isSameScope(places, [...places].reverse())).toBe(true)
  expect(isSameScope(places, [{ building: '2' }])).toBe(false)
  expect(isSameScope(undefined, undefined)).toBe(true)
  expect(isSameScope(undefined, places)).toBe(false)
})

test('all buildings together are every home, and no home is in two of them', () => {
  const label = fc
    .tuple(fc.constantFrom('1', '2', '11', 'A-1'), fc.constantFrom('1-', '2-', ''), fc.nat(40))
    .map(([building, entrance, room]) => home(building, `${building}-${entrance}${room}`))
  fc.assert(
    fc.property(fc.uniqueArray(label, { minLength: 1, selector: ({ unit }) => unit }), (units) => {
      const places = votePlacesOf(units, (building) => building)
      const times = units.map((unit) => places.filter((one) => isWithin([one], unit)).length)
      expect(new Set(times)).toEqual(new Set([1]))
      expect(places.reduce((sum, { homes }) => sum + homes, 0)).toBe(units.length)
    }),
  )
})

test('says where and how many', () => {
  const places = [{ name: '3幢' }, { name: '5幢' }]
  expect(scopeSentence(places)).toBe('只涉及3幢、5幢。由那里的业主投票，按他们的人数和面积计算。')
  expect(scopeSentence(places, { heads: 36, areaCenti: 320_350 })).toBe(
    '只涉及3幢、5幢，共 36 人、3,203.50 ㎡。由那里的业主投票，按他们的人数和面积计算。',
  )
})
