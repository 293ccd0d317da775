import { countHeads } from './heads.ts'
import { plainHash, sheetOf, type Written } from './register.fixture.ts'
import type { Sheet } from './sheet.ts'
import { understand } from './understand.ts'

// Registers as offices lay them out: what each says in full, and what only by its place.

const merged = (text: string) => ({ text, merged: true as const })

function read(sheets: readonly Sheet[]) {
  const decision = understand(sheets, plainHash)
  if (!decision.ok) throw new Error(decision.code)
  const { register, problems, doubts } = decision.value
  return {
    labels: register.units.map(({ label }) => label),
    heads: countHeads(register.units),
    units: register.units,
    problems: problems.map(({ row, problem }) => `${row} ${problem}`),
    doubts: doubts.map(({ row, doubt }) => `${row} ${doubt}`),
  }
}
const readRows = (rows: readonly (readonly Written[])[], name = 'Sheet1') =>
  read([sheetOf(rows, name)])

const ROOMS = ['房号', '面积', '业主', '电话']
const home = (room: string, owner: string, phone = '13300000001'): Written[] => [
  room,
  89.57,
  owner,
  phone,
]

describe('where the building stands', () => {
  test.each([
    ['3号楼', ['3-1-101', '3-2-101']],
    ['A座', ['A-1-101', 'A-2-101']],
    ['３＃', ['3-1-101', '3-2-101']],
    ['3栋业主名册', ['3-1-101', '3-2-101']],
    ['一期3栋', ['1-3-1-101', '1-3-2-101']],
    ['3', ['3-1-101', '3-2-101']],
    ['Sheet1', ['1-101', '2-101']],
    ['1-5号楼', ['1-101', '2-101']],
  ])('a sheet called %s', (name, labels) => {
    const rows = [ROOMS, home('1-101', '张三'), home('2单元101室', '李四')]
    expect(readRows(rows, name).labels).toEqual(labels)
  })

  test('a sheet for each unit', () => {
    const sheets = ['3栋1单元', '3栋2单元'].map((name) =>
      sheetOf([ROOMS, home('101', '张三')], name),
    )
    expect(read(sheets)).toMatchObject({ labels: ['3-1-101', '3-2-101'], problems: [] })
    expect(read(sheets).units.map(({ building }) => building)).toEqual(['3', '3'])
  })

  test('a home of which nothing is known but where it is, is no title', () => {
    const rows = [ROOMS, ['3幢2单元1201室'], ['3-2-1202'], home('3-2-1203', '张三')]
    expect(readRows(rows).problems).toEqual(['2 area_not_a_number', '3 area_not_a_number'])
  })

  test('a sheet called 1 whose rooms say it all', () => {
    expect(readRows([ROOMS, home('3-2-1201', '张三')], '1').labels).toEqual(['3-2-1201'])
  })

  test.each([
    ['锦绣花园3号楼业主名册', ['3-1-101']],
    ['三号楼（共 144 户）', ['3-1-101']],
    ['锦绣花园1至5号楼业主名册', ['1-101']],
    ['1号楼、2号楼业主名册', ['1-101']],
  ])('a title above the header: %s', (title, labels) => {
    expect(readRows([[title], ['2026年11月'], ROOMS, home('1-101', '张三')]).labels).toEqual(labels)
  })

  test('a title above the rows of each building, with the header again', () => {
    const rows = [
      ['锦绣花园业主名册'],
      ['1号楼'],
      ROOMS,
      home('1-101', '张三'),
      ['小计', 89.57],
      [],
      ['2号楼', '共1户', '89.57㎡'],
      ROOMS,
      home('1-101', '李四'),
      ['3号楼（拆迁安置）'],
      home('1-101', '王五'),
    ]
    const { labels, problems } = readRows(rows)
    expect(labels).toEqual(['1-1-101', '2-1-101', '3-1-101'])
    expect(problems).toEqual([])
  })

  const COLUMNS = ['楼栋', '单元', '房号', '面积', '业主']
  test('a column filled in the first row of each building only, as a merged area is saved as CSV', () => {
    const rows = [
      COLUMNS,
      ['1栋', '1单元', '101', 89, '甲'],
      ['', '', '102', 89, '乙'],
      ['', '2单元', '101', 89, '丙'],
      ['2栋', '1单元', '101', 89, '丁'],
      ['', '', '102', 89, '戊'],
    ]
    expect(readRows(rows)).toMatchObject({
      labels: ['1-1-101', '1-1-102', '1-2-101', '2-1-101', '2-1-102'],
      problems: [],
    })
  })

  test('a blank in a column filled everywhere else is an omission', () => {
    const rows = [
      COLUMNS,
      ['1栋', '1单元', '101', 89, '甲'],
      ['1栋', '1单元', '102', 89, '乙'],
      ['', '', '103', 89, '丙'],
      ['1栋', '1单元', '201', 89, '丁'],
    ]
    expect(readRows(rows).problems).toEqual(['4 room_not_recognised'])
  })

  test('a number of the office’s own beside the place', () => {
    const header = ['房屋编号', '房屋坐落', '面积', '业主']
    const rows = [header, ['000012', '锦绣花园3幢2单元1201号', 89, '张三']]
    expect(readRows(rows).labels).toEqual(['3-2-1201'])
    const bare = [header, ['3-2-1201', '自流井区檀木林街1号', 89, '张三']]
    expect(readRows(bare).labels).toEqual(['3-2-1201'])
  })

  test('rooms numbered from one on each floor', () => {
    const rows = [
      ['楼栋', '单元', '楼层', '房号', '面积', '业主'],
      ['1栋', '1单元', '1层', '01', 89, '甲'],
      ['1栋', '1单元', '2层', '01', 89, '乙'],
      ['1栋', '1单元', '12', '1203', 89, '丙'],
    ]
    expect(readRows(rows).labels).toEqual(['1-1-101', '1-1-1203', '1-1-201'])
  })
})

describe('co-owners', () => {
  test('in a column of their own, with or without the first owner', () => {
    const rows = [
      ['房号', '面积', '产权人', '身份证号', '电话', '共有人', '共有人身份证号'],
      ['3-1-101', 89, '张三', '5103**1', '13300000001', '李四', '5103**2'],
      ['3-1-102', 89, '张三', '5103**1', '13300000001', '张三、李四', '5103**1、5103**2'],
    ]
    const { units, heads } = readRows(rows)
    expect(units.map(({ owners }) => owners)).toEqual([
      ['owner|张三|identity|5103', 'owner|李四|identity|5103'],
      ['owner|张三|identity|5103', 'owner|李四|identity|5103'],
    ])
    expect(heads).toBe(1)
  })

  test('in rows of their own below a merged room', () => {
    const rows = [
      ROOMS,
      ['3-1-101', 89, '张三', '13300000001'],
      [merged('3-1-101'), merged('89'), '李四', '13300000002'],
      ['3-1-102', 89, '王五', '13300000003'],
    ]
    const { units, problems, doubts } = readRows(rows)
    expect(units.map(({ owners }) => owners.length)).toEqual([2, 1])
    expect({ problems, doubts }).toEqual({ problems: [], doubts: [] })
  })

  test('in rows of their own without any merged area: taken, and to be looked at', () => {
    const rows = [ROOMS, home('3-1-101', '张三'), ['', '', '李四', '13300000002']]
    const { units, doubts } = readRows(rows)
    expect(units.map(({ owners }) => owners.length)).toEqual([2])
    expect(doubts).toEqual(['2 owner_joined_to_row_above'])
  })

  test('an owner alone below nothing is a row nobody understands', () => {
    const rows = [ROOMS, ['', '', '李四'], home('3-1-101', '张三')]
    expect(readRows(rows).problems).toEqual(['2 room_not_recognised'])
  })

  test('by shares, each under the key of its owner', () => {
    const rows = [
      [...ROOMS, '共有方式', '份额', '产权代表'],
      [...home('3-1-101', '张三、李四', '1330000001、1330000002'), '按份共有', '30%、70%', '李四'],
      [...home('3-1-102', '王五、赵六'), '共同共有', ''],
      [...home('3-1-103', '孙七（1/3）、周八（2/3）')],
    ]
    const { units } = readRows(rows)
    const [first, second, third] = units
    expect(first).toMatchObject({
      coOwnership: 'by_shares',
      shares: [
        { owner: 'owner|张三|phone|1330000', part: 3, of: 10 },
        { owner: 'owner|李四|phone|1330000', part: 7, of: 10 },
      ],
      representative: 'owner|李四|phone|1330000',
    })
    expect(second?.coOwnership).toBe('joint')
    expect(second?.shares).toBeUndefined()
    expect(third?.shares?.map(({ part, of }) => `${part}/${of}`).sort()).toEqual(['1/3', '2/3'])
  })
})

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

test('both lines of a header, and the titles, again on the next page', () => {
  const above = ['房屋信息', '', '业主信息', '']
  const below = ['房号', '面积', '姓名', '电话']
  const rows = [
    ['锦绣花园业主名册'],
    above,
    below,
    home('3-1-101', '张三'),
    ['合计：1户，89.57平方米', '', '1户'],
    ['锦绣花园业主名册'],
    above,
    below,
    home('3-1-102', '李四'),
  ]
  expect(readRows(rows)).toMatchObject({ labels: ['3-1-101', '3-1-102'], problems: [], heads: 2 })
})
