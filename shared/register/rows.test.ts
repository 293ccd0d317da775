import { home, readRows, ROOMS } from './layouts.fixture.ts'
import type { Written } from './register.fixture.ts'

test('of several areas the registered counts, else the surveyed, else that of the contract', () => {
  const rows = [
    ['房号', '套内面积', '合同面积', '实测面积', '登记面积', '业主', '面积来源'],
    ['3-1-101', 70, 88, 89, 90, '甲', ''],
    ['3-1-102', 70, 88, 89, '', '乙', ''],
    ['3-1-103', 70, 88, '', '', '丙', ''],
    ['3-1-104', 70, '', '', 90, '丁', '买卖合同'],
    ['3-1-105', 70, '', '', '90㎡（实测）', '戊', ''],
    ['3-1-106', 70, '', '', '', '己', ''],
  ]
  const { units, problems } = readRows(rows)
  expect(units.map(({ areaCenti, areaSource }) => [areaCenti, areaSource])).toEqual([
    [9000, 'register'],
    [8900, 'survey'],
    [8800, 'contract'],
    [9000, 'contract'],
    [9000, 'survey'],
  ])
  expect(problems).toEqual(['7 area_not_a_number'])
})

describe('what is not a home, or nobody’s yet', () => {
  const HEADER = ['房号', '面积', '业主', '销售状态', '交付状态', '用途']
  test('sold and delivered are two questions', () => {
    const rows = [
      HEADER,
      ['3-1-101', 89, '甲', '已售', '已交付', '住宅'],
      ['3-1-102', 89, '乙', '已售', '未交付', '住宅'],
      ['3-1-103', 89, '', '未售', '已交付', '住宅'],
      ['3-1-104', 89, '丙', '已售', '', '住宅'],
    ]
    expect(readRows(rows).units.map(({ status }) => status)).toEqual([
      ...['delivered', 'sold_undelivered', 'unsold', 'delivered'],
    ])
  })

  test('without a column of status the owner’s column may say that there is none', () => {
    const rows = [ROOMS, home('3-1-101', '未售', ''), home('3-1-102', '（开发商）', '')]
    expect(readRows(rows)).toMatchObject({
      heads: 1,
      units: [
        { status: 'unsold', owners: [] },
        { status: 'unsold', owners: [] },
      ],
    })
  })

  test('a developer as owner of what is not delivered holds it', () => {
    const rows = [
      ['房号', '面积', '业主', '是否交付'],
      ['3-1-101', 89, '自贡华辰置业有限公司', '否'],
      ['3-1-102', 89, '自贡华辰置业有限公司', '是'],
      ['3-1-103', 89, '张三', '否'],
    ]
    const { heads, units } = readRows(rows)
    expect(heads).toBe(1)
    expect(units[2]).toMatchObject({
      status: 'sold_undelivered',
      owners: ['owner|张三|unit|3-1-103|'],
    })
  })

  test('the developer named above the header holds what nobody has bought', () => {
    const rows = [
      ['锦绣花园业主名册'],
      ['建设单位：自贡华辰置业有限公司'],
      ['房号', '面积', '业主', '状态'],
      ['3-1-101', 89, '', '未售'],
      ['3-1-102', 89, '自贡华辰置业有限公司', '已交付'],
      ['3-1-103', 89, '张三', '已售未交付'],
    ]
    expect(readRows(rows)).toMatchObject({ heads: 1, problems: [] })
  })

  test('spaces and storerooms among the homes keep labels of their own', () => {
    const rows = [
      HEADER,
      ['3-1-101', 89, '甲', '', '', '住宅'],
      ['3-1-101', 12, '甲', '', '', '车位'],
      ['B1-001', 12, '甲', '', '', '地下车位'],
      ['3-1-101', 6, '甲', '', '', '储藏室'],
      ['3-商铺2', 60, '乙', '', '', ''],
    ]
    const { units, problems } = readRows(rows)
    expect(problems).toEqual([])
    expect(units.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      '3-1-101 home',
      '3-商铺2 commercial',
      '储藏室3-1-101 parking',
      '车位3-1-101 parking',
      '车位B1-001 parking',
    ])
  })
})

describe('what is in doubt is listed with its row, never guessed', () => {
  const HEADER = ['楼栋', '房号', '面积', '业主', '电话', '交付状态']
  const GOOD = ['3栋', '1-101', 89.57, '张三', '13300000001', '已交付']
  const listed = (row: readonly Written[]): unknown => {
    const { labels, problems } = readRows([HEADER, GOOD, row])
    expect(labels).toEqual(['3-1-101'])
    return problems
  }

  test.each<[string, Written[], string]>([
    ['a comma before three digits', ['3栋', '1-102', '1,234', '李四'], 'area_ambiguous'],
    ['a room that became a day', ['3栋', '2024-01-02', 89, '李四'], 'room_is_a_date'],
    ['a room that became a day in March', ['3栋', '3月12日', 89, '李四'], 'room_is_a_date'],
    ['a building that became a day', ['1月2日', '101', 89, '李四'], 'room_is_a_date'],
    ['a day as status', ['3栋', '1-102', 89, '李四', '', '2019/6/30'], 'status_is_a_date'],
    ['a total with an owner', ['合计', '1-102', 89, '李四'], 'looks_like_a_total'],
    ['a total in the room, with an owner', ['3栋', '小计', 89, '李四'], 'looks_like_a_total'],
    ['a count where the owner should be', ['3栋', '1-102', 89, '130'], 'owner_not_a_name'],
  ])('%s', (_, row, problem) => {
    expect(listed(row)).toEqual([`3 ${problem}`])
  })

  test.each<[string, Written[]]>([
    ['counts and a sum', ['合计', '144', 12_896.5, '130']],
    ['counts in words', ['总计：', '144套', '12,896.50㎡', '130人', '', '144户']],
    ['a word in the room only', ['', '合计', 12_896.5, '130']],
    ['a word in full width', ['合　计', '１４４', '１２８９６．５', '']],
    ['a word behind the building', ['3栋小计', '72', 6448.25, '65']],
    ['a sentence of counts', ['以上共144户', '', 12_896.5]],
  ])('no total is a home: %s', (_, row) => {
    expect(listed(row)).toEqual([])
  })

  test('a day beside the word for delivered says no more than the word', () => {
    const states = ['2019年6月30日交房', '2019.6.30已交付', '未交付（2027-06-30）', '交付 20190630']
    const rows = states.map((state, i): Written[] => ['3栋', `1-10${i}`, 89, '李四', '', state])
    const { units, problems } = readRows([HEADER, ...rows])
    expect(problems).toEqual([])
    expect(units.map(({ status }) => status)).toEqual([
      ...['delivered', 'delivered', 'sold_undelivered', 'delivered'],
    ])
  })

  test.each([
    ['89,57', 8_957],
    ['８９．５７㎡', 8_957],
    ['89.57平方米', 8_957],
    ['1.089,57', 108_957],
  ])('an area written %s is no doubt', (area, areaCenti) => {
    const { units, problems } = readRows([ROOMS, ['3-1-101', area, '张三']])
    expect(problems).toEqual([])
    expect(units).toMatchObject([{ areaCenti }])
  })
})
