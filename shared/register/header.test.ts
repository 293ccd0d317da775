import { columnName } from './columns.ts'
import { findHeader } from './header.ts'
import { sheetOf, type Written } from './register.fixture.ts'

const ROOM = { building: 0, unit: 1, room: 2, area: 3, owner: 4 }
const NAMES = ['楼栋', '单元', '房号', '建筑面积(㎡)', '业主姓名']
const find = (rows: readonly (readonly Written[])[]) => findHeader(sheetOf(rows))

test.each([
  ['first row', [NAMES], 1],
  ['below a title and a date', [['业主名册'], ['填表单位：', '', '', '', '2026-11-21'], NAMES], 3],
  ['on row 20', [...Array.from({ length: 19 }, () => []), NAMES], 20],
])('a header on the %s', (_, rows, row) => {
  expect(find(rows)).toEqual({ ok: true, value: { row, columns: ROOM } })
})

test.each([
  [['幢号', '单元号', '室号', '产权面积', '产权人'], ROOM],
  [['楼号', '门', '房间号', '专有部分面积（平方米）', '所有权人'], ROOM],
  [['* 楼 栋：', '单元', '房号', '面积/㎡', '业主(产权人)'], ROOM],
  [
    ['房屋编号', '产权面积', '产权人', '身份证号', '手机', '状态'],
    {
      room: 0,
      area: 1,
      owner: 2,
      identity: 3,
      phone: 4,
      status: 5,
    },
  ],
  [['车位编号', '面积', '业主姓名'], { parking: 0, area: 1, owner: 2 }],
  [['房号', '套内面积', '公摊面积', '建筑面积', '业主'], { room: 0, area: 3, owner: 4 }],
  [['房号', '面积', '建筑面积', '业主'], { room: 0, area: 2, owner: 3 }],
  [['房号', '车位号', '建筑面积', '业主'], { room: 0, parking: 1, area: 2, owner: 3 }],
  [
    ['开发商', '房号', '建筑面积', '业主', '产权代表'],
    {
      developer: 0,
      room: 1,
      area: 2,
      owner: 3,
      representative: 4,
    },
  ],
])('%j', (names, columns) => {
  expect(find([names])).toEqual({ ok: true, value: { row: 1, columns } })
})

test('a header of two lines: groups above, names below, the rest merged', () => {
  const merged = (text: string) => ({ text, merged: true as const })
  const rows = [
    ['名册'],
    ['楼栋', '单元', '房号', '房屋信息', '', '业主信息'],
    [merged('楼栋'), merged('单元'), merged('房号'), '建筑面积', '用途', '姓名', '联系电话'],
  ]
  expect(find(rows)).toEqual({
    ok: true,
    value: { row: 3, columns: { ...ROOM, owner: 5, kind: 4, phone: 6 } },
  })
})

test.each([
  ['nothing at all', [], 'register.header_not_found'],
  [
    'no such names',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
    'register.header_not_found',
  ],
  ['row 21', [...Array.from({ length: 20 }, () => []), NAMES], 'register.header_not_found'],
  ['one name only', [['业主姓名', '车牌']], 'register.header_not_found'],
  ['no area', [['房号', '业主']], 'register.column_missing'],
  ['no owner', [['房号', '面积']], 'register.column_missing'],
  ['no room', [['楼栋', '面积', '业主', '车位']], 'register.column_missing'],
  ['two of the same name', [['房号', '面积', '面积(㎡)', '业主']], 'register.column_repeated'],
])('%s is refused', (_, rows, code) => {
  expect(find(rows)).toMatchObject({ ok: false, code })
})

test('what is missing is named', () => {
  expect(find([['楼栋', '单元', '电话']])).toMatchObject({
    params: { sheet: 'S', columns: '房号、建筑面积、业主姓名' },
  })
})

test.each([
  ['* 建筑面积（㎡）：', '建筑面积'],
  ['建筑面积\n(平方米)', '建筑面积'],
  ['面积㎡', '面积'],
  ['业主 姓名【必填】', '业主姓名'],
])('%j is the column %s', (text, name) => {
  expect(columnName(text)).toBe(name)
})
