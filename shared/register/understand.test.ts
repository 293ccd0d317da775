import { countHeads } from './heads.ts'
import { plainHash, sheetOf, type Written } from './register.fixture.ts'
import { understand } from './understand.ts'

const HEADER = [
  '楼栋',
  '单元',
  '房号',
  '面积',
  '业主',
  '证件号码',
  '电话',
  '状态',
  '用途',
  '开发商',
  '产权代表',
]
const GOOD = ['1栋', '1单元', 101, 89.57, '张三', '5103**2614', '13300000000', '已交付', '住宅']

function understood(rows: readonly (readonly Written[])[], header: readonly Written[] = HEADER) {
  const decision = understand([sheetOf([header, ...rows])], plainHash)
  if (!decision.ok) throw new Error(decision.code)
  return decision.value
}

/** `GOOD` with some columns changed. */
const row = (changes: Readonly<Record<number, Written>>): Written[] =>
  Array.from({ length: HEADER.length }, (_, i) => changes[i] ?? GOOD[i] ?? '')

test('a row is a unit', () => {
  expect(understood([GOOD]).register.units).toEqual([
    {
      label: '1-1-101',
      building: '1',
      kind: 'home',
      areaCenti: 8957,
      areaSource: 'register',
      status: 'delivered',
      owners: ['owner|张三|identity|5103'],
    },
  ])
})

const FORMULA = '=HYPERLINK("http://example.invalid","点我")'

test.each<[string, Record<number, Written>, string]>([
  ['a formula as a name', { 4: FORMULA }, 'text_starts_like_a_formula'],
  ['a formula behind a name', { 4: { text: '张三', formula: true } }, 'text_starts_like_a_formula'],
  ['a formula as a room', { 2: '=1' }, 'text_starts_like_a_formula'],
  ['a formula as a status', { 7: '@x' }, 'text_starts_like_a_formula'],
  ['a formula as a developer', { 9: '+x' }, 'text_starts_like_a_formula'],
  ['a formula without result', { 4: { text: '#REF!', kind: 'error' } }, 'formula_without_result'],
  ['a name turned round', { 4: '张\u202e三' }, 'text_not_plain'],
  ['half a character', { 4: '张\ud800' }, 'text_not_plain'],
  ['a name without end', { 4: '张'.repeat(401) }, 'text_not_plain'],
  ['no room', { 2: '' }, 'room_not_recognised'],
  ['no building', { 0: '', 1: '' }, 'room_not_recognised'],
  ['a room nobody can read', { 2: '顶楼（1）' }, 'room_not_recognised'],
  ['no area', { 3: '' }, 'area_not_a_number'],
  ['an area in words', { 3: '待测绘' }, 'area_not_a_number'],
  ['a negative area', { 3: -88.5 }, 'area_not_positive'],
  ['an area of nothing', { 3: 0 }, 'area_not_positive'],
  ['an area of a city', { 3: 1e9 }, 'area_too_large'],
  ['an unknown status', { 7: '待定' }, 'status_not_recognised'],
  ['an unknown use', { 8: '物业用房' }, 'kind_not_recognised'],
  ['no owner', { 4: '' }, 'delivered_without_owner'],
  ['no owner but a dash', { 4: '/' }, 'delivered_without_owner'],
  ['a crowd', { 4: Array.from({ length: 41 }, (_, i) => `甲${i}`).join('、') }, 'too_many_owners'],
  ['a stranger as representative', { 10: '李四' }, 'representative_not_an_owner'],
])('%s is a problem of its row only', (_, changes, problem) => {
  const { register, problems } = understood([row(changes), row({ 2: 102 })])
  expect(problems).toEqual([{ sheet: 'S', row: 2, problem }])
  expect(register.units.map(({ label }) => label)).toEqual(['1-1-102'])
})

test('the first of two rows for a unit stays, the other is listed', () => {
  const { register, problems } = understood([GOOD, row({ 0: '1幢', 2: '０１０１', 4: '李四' })])
  expect(problems).toEqual([{ sheet: 'S', row: 3, problem: 'duplicate_unit', unit: '1-1-101' }])
  expect(register.owners.map(({ name }) => name)).toEqual(['张三'])
})

test('a row that could not be taken does not stand in the way of a right one', () => {
  const { register, problems } = understood([row({ 3: 'x' }), GOOD])
  expect(problems.map((problem) => problem.problem)).toEqual(['area_not_a_number'])
  expect(register.units).toHaveLength(1)
})

test('an area in a merged cell counts once', () => {
  const { problems } = understood([GOOD, row({ 2: 102, 3: { text: '89.57', merged: true } })])
  expect(problems).toEqual([{ sheet: 'S', row: 3, problem: 'area_not_a_number' }])
})

test('a representative is the key of the owner so named', () => {
  const [unit] = understood([row({ 4: '张三、李四', 5: '1、2', 10: '李四' })]).register.units
  expect(unit?.representative).toBe('owner|李四|identity|2')
})

test('an uncertain identity is not used, and said so', () => {
  const { register, doubts } = understood([row({ 4: '张三、李四' })])
  expect(doubts).toEqual([{ sheet: 'S', row: 2, doubt: 'identities_do_not_match_owners' }])
  expect(register.owners.every(({ identity }) => identity === undefined)).toBe(true)
})

test('owners of one name that nothing tells apart are listed, not merged', () => {
  const rows = [row({ 5: '' }), row({ 2: 102, 5: '', 6: '' }), row({ 2: 103, 4: '李四' })]
  const { register, sameNames } = understood(rows)
  expect(countHeads(register.units)).toBe(3)
  expect(sameNames).toEqual([
    {
      name: '张三',
      owners: [
        { key: 'owner|张三|phone|1330000', units: ['1-1-101'], phoneLast4: '0000' },
        { key: 'owner|张三|unit|1-1-102|', units: ['1-1-102'] },
      ],
    },
  ])
})

describe('who holds what is not delivered', () => {
  const D1 = { 4: '甲置业有限公司', 5: 'D1', 6: '', 7: '未售' }
  const D2 = { 4: '乙置业有限公司', 5: 'D2', 6: '', 7: '未售' }
  const SOLD = { 4: '王五', 5: '', 6: '13300000009', 7: '已售未交付' }
  const holders = (rows: readonly Written[][]) => {
    const { register, problems } = understood(rows)
    const names = new Map(register.owners.map(({ key, name }) => [key, name]))
    return {
      developers: register.units.map((unit) => names.get(unit.developer ?? '')),
      heads: countHeads(register.units),
      problems: problems.map((problem) => problem.problem),
    }
  }

  test.each<[string, Written[][], ReturnType<typeof holders>]>([
    [
      'the buyer is no owner yet: the only developer holds it',
      [row(D1), row({ ...SOLD, 2: 102 })],
      { developers: ['甲置业有限公司', '甲置业有限公司'], heads: 1, problems: [] },
    ],
    [
      'what the developer owns delivered is the same head',
      [row(D1), row({ ...D1, 2: 102, 7: '已交付' })],
      { developers: ['甲置业有限公司', undefined], heads: 1, problems: [] },
    ],
    [
      'without any number the developer’s name is enough',
      [row({ ...D1, 5: '' }), row({ ...D1, 2: 102, 5: '' })],
      { developers: ['甲置业有限公司', '甲置业有限公司'], heads: 1, problems: [] },
    ],
    [
      'nobody is named anywhere: one developer',
      [row({ ...D1, 4: '', 5: '' }), row({ ...SOLD, 2: 102 })],
      { developers: Array(2).fill('建设单位（名册未写明）') as string[], heads: 1, problems: [] },
    ],
    [
      'several developers, each its own head; the building tells which',
      [row(D1), row({ ...D2, 0: '2栋' }), row({ ...SOLD, 0: '2栋', 2: 102 })],
      {
        developers: ['甲置业有限公司', '乙置业有限公司', '乙置业有限公司'],
        heads: 2,
        problems: [],
      },
    ],
    [
      'several developers, the row tells which',
      [row(D1), row({ ...D2, 2: 102 }), row({ ...SOLD, 2: 103, 9: '乙置业有限公司' })],
      {
        developers: ['甲置业有限公司', '乙置业有限公司', '乙置业有限公司'],
        heads: 2,
        problems: [],
      },
    ],
    [
      'several developers and nothing tells which',
      [row(D1), row({ ...D2, 2: 102 }), row({ ...SOLD, 2: 103 })],
      {
        developers: ['甲置业有限公司', '乙置业有限公司'],
        heads: 2,
        problems: ['developer_not_named'],
      },
    ],
  ])('%s', (_, rows, expected) => {
    expect(holders(rows)).toEqual(expected)
  })
})

describe('several sheets', () => {
  const parking = sheetOf(
    [
      ['车位编号', '面积', '业主'],
      ['B1-001', 12.5, '张三'],
    ],
    '车位',
  )
  const homes = sheetOf([HEADER, GOOD], '房屋')
  const other = sheetOf(
    [
      ['收支', '金额'],
      ['电费', 1],
    ],
    '收支',
  )
  const partly = sheetOf(
    [
      ['楼栋', '面积'],
      ['1栋', 1],
    ],
    '汇总',
  )
  const twice = sheetOf(
    [
      ['房号', '面积', '面积', '业主'],
      ['1-1-1', 1, 1, '张三'],
    ],
    '2栋',
  )

  test('parking spaces are units of their own kind', () => {
    const decision = understand([homes, parking], plainHash)
    expect(
      decision.ok && decision.value.register.units.map(({ label, kind }) => [label, kind]),
    ).toEqual([
      ['1-1-101', 'home'],
      ['车位B1-001', 'parking'],
    ])
  })

  test('a sheet of something else, or hidden, is left out and named', () => {
    const hidden = { ...sheetOf([HEADER, row({ 2: 102 })], '旧'), hidden: true as const }
    const decision = understand([other, hidden, partly, homes], plainHash)
    expect(decision).toMatchObject({
      value: {
        leftOut: [
          { name: '收支', reason: 'register.header_not_found' },
          { name: '汇总', reason: 'register.column_missing' },
          { name: '旧', reason: 'hidden' },
        ],
        sheets: [{ name: '房屋', taken: 1 }],
      },
    })
  })

  test('the name of a sheet says the building where no column does', () => {
    const names = ['房号', '面积', '业主']
    const sheets = ['1栋', '２号楼'].map((name) => sheetOf([names, ['1-101', 89, '张三']], name))
    const decision = understand(sheets, plainHash)
    expect(decision.ok && decision.value.register.units.map(({ label }) => label)).toEqual([
      '1-1-101',
      '2-1-101',
    ])
  })

  test.each([
    ['only something else', [other], 'register.header_not_found'],
    ['nothing', [], 'register.header_not_found'],
    ['something else, and nearly a register', [other, partly], 'register.column_missing'],
    ['one register of two unclear', [homes, twice], 'register.column_repeated'],
    ['no row that can be taken', [sheetOf([HEADER, row({ 3: 'x' })])], 'register.nothing_to_take'],
    ['no row at all', [sheetOf([HEADER])], 'register.nothing_to_take'],
  ])('%s is refused', (_, sheets, code) => {
    expect(understand(sheets, plainHash)).toMatchObject({ ok: false, code })
  })
})
