import { home, read, readRows, ROOMS } from './layouts.fixture.ts'
import { sheetOf } from './register.fixture.ts'

// Registers as offices lay them out: where a row, a sheet or a title says of which building it is.

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
