import { columnName, meaningOf } from './columns.ts'
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
  expect(find(rows)).toMatchObject({ ok: true, value: { row, columns: ROOM, parking: false } })
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
  expect(find([names])).toMatchObject({ ok: true, value: { row: 1, columns } })
})

test('a header of two lines: groups above, names below, the rest merged', () => {
  const merged = (text: string) => ({ text, merged: true as const })
  const rows = [
    ['名册'],
    ['楼栋', '单元', '房号', '房屋信息', '', '业主信息'],
    [merged('楼栋'), merged('单元'), merged('房号'), '建筑面积', '用途', '姓名', '联系电话'],
  ]
  expect(find(rows)).toMatchObject({
    ok: true,
    value: { row: 3, columns: { ...ROOM, owner: 5, kind: 4, phone: 6 } },
  })
})

const GROUPS: Written[] = ['房屋', '', '', '面积(㎡)', '', '业主信息', '', '租户信息', '', '备注']
const BELOW = ['楼栋', '单元', '房号', '套内', '建筑', '姓名', '电话', '姓名', '电话', '']

test('what a group is about tells its columns from those of another', () => {
  expect(find([['名册'], GROUPS, BELOW])).toMatchObject({
    ok: true,
    value: { row: 3, columns: { building: 0, unit: 1, room: 2, area: 4, owner: 5, phone: 6 } },
  })
})

test('co-owners below a group of their own', () => {
  const above = ['位置', '', '产权人', '', '', '共有人', '', '']
  const names = ['房号', '面积', '姓名', '证件号', '电话', '姓名', '证件号', '电话']
  expect(find([above, names])).toMatchObject({
    ok: true,
    value: {
      columns: { room: 0, area: 1, owner: 2, identity: 3, phone: 4, coOwner: 5, coIdentity: 6 },
    },
  })
})

test('a title above is no group', () => {
  expect(find([['锦绣花园业主信息登记表'], ['房号', '面积', '业主', '备注']])).toMatchObject({
    value: { columns: { room: 0, area: 1, owner: 2 } },
  })
})

test.each([
  ['a list of spaces', ['车位号', '面积', '业主'], 'S', true],
  ['a sheet called so', ['房号', '面积', '业主'], '地下车位', true],
  ['spaces by building', ['楼栋', '车位号', '面积', '业主'], '车库', true],
  ['homes with their spaces', ['房号', '车位号', '面积', '业主'], 'S', false],
])('%s', (_, names, sheet, parking) => {
  expect(findHeader(sheetOf([names], sheet))).toMatchObject({ value: { parking } })
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
  ['★建筑面积（单位：㎡）', '建筑面积'],
  ['建筑面积 单位：平方米', '建筑面积'],
  ['建筑面积（㎡', '建筑面积'],
  ['①、业主姓名', '①业主姓名'],
])('%j is the column %s', (text, name) => {
  expect(columnName(text)).toBe(name)
})

test.each([
  ['所属楼宇', 'building'],
  ['楼（幢）号', 'building'],
  ['栋/座', 'building'],
  ['所在单元号', 'unit'],
  ['楼栋-单元-房号', 'room'],
  ['房产编码', 'room'],
  ['权证登记建筑面积(㎡)', 'area'],
  ['实测建筑面积', 'surveyArea'],
  ['商品房买卖合同面积', 'contractArea'],
  ['面积来源', 'areaSource'],
  ['房屋产权人姓名', 'owner'],
  ['业主（产权人）', 'owner'],
  ['所有权人名称', 'owner'],
  ['业主身份证件号码', 'identity'],
  ['业主手机（必填）', 'phone'],
  ['共有权人', 'coOwner'],
  ['共有人身份证', 'coIdentity'],
  ['产权共有情况', 'coOwnership'],
  ['共有份额（%）', 'shares'],
  ['投票代表人', 'representative'],
  ['是否交房', 'status'],
  ['是否已出售', 'sale'],
  ['规划设计用途', 'kind'],
  ['房地产开发公司', 'developer'],
  ['Owner', 'owner'],
])('%s is %s', (name, field) => {
  expect(meaningOf(name)?.field).toBe(field)
})

test.each([
  '租户姓名',
  '承租人电话',
  '紧急联系人电话',
  '套内建筑面积',
  '公摊面积',
  '土地使用权面积',
  '户型',
  '交房日期',
  '业主类型',
  '证件类型',
  '通讯地址',
  '车牌号',
  '备注',
  '序号',
  '总楼层',
  '不动产单元号',
  '不动产权证号',
  '购房合同编号',
])('%s is none of ours', (name) => {
  expect(meaningOf(name)).toBeUndefined()
})
