import type { Header } from './header.ts'
import { rowOf, type Written } from './register.fixture.ts'
import { skippedAs } from './skipping.ts'

// 序号 楼栋 单元 房号 建筑面积 业主姓名 备注
const header: Header = {
  row: 1,
  columns: { building: 1, unit: 2, room: 3, area: 4, owner: 5 },
  parking: false,
}
const skipped = (cells: readonly Written[]) => skippedAs(rowOf(9, cells), header)

test.each<[string, Written[], string]>([
  ['spaces only', [' ', '\u3000'], 'blank'],
  ['placeholders only', ['', '-', '/', '无'], 'blank'],
  ['only what a merged area repeats', ['', { text: '1栋', merged: true }], 'blank'],
  ['a number prepared for later', [7], 'blank'],
  ['a subtotal', ['', '1栋小计', '', '', 15299.78], 'total'],
  ['a subtotal in the room', ['', '1栋', '', '小计', 15299.78], 'total'],
  [
    'a total with a formula',
    ['合计', '', '', '', { text: '0', kind: 'number', formula: true }],
    'total',
  ],
  ['a total with spaces', ['合 计：', '', '', '', '15299.78㎡'], 'total'],
  ['a total of the page', ['', '第1页小计', '', '', 9], 'total'],
  ['a total of homes', ['总户数：144户'], 'total'],
  ['a total with a remark', ['', '小计（1栋）', '', '', 9], 'total'],
  ['a total with counts below rooms and owners', ['合计', '', '', 144, 12896.5, 130], 'total'],
  ['a total of so many homes', ['', '以上共144户', '', '', 12896.5], 'total'],
  ['the header again', ['序号', '楼栋', '单元', '房号', '建筑面积', '业主姓名'], 'repeated_header'],
  ['who made it', ['制表人：张三', '', '', '审核人：李四'], 'note'],
  ['a date', ['填表日期', 45618], 'note'],
  ['a date without a word', ['2026年11月20日'], 'note'],
  ['a date as a spreadsheet shows it', ['', '', '', '2026-11-20'], 'note'],
  ['a note', ['说明：本表由物业服务中心填写'], 'note'],
  ['the page', ['第1页'], 'note'],
  ['a sentence', ['以上信息截止2026年11月20日止'], 'note'],
  ['a sentence in the column of rooms', ['', '', '', '以上面积以不动产登记簿为准'], 'note'],
])('%s is passed over', (_, cells, as) => {
  expect(skipped(cells)).toBe(as)
})

test.each<[string, Written[]]>([
  ['a unit', [1, '1栋', '1单元', 101, 89.57, '张三']],
  ['a unit without area', [1, '1栋', '1单元', 101, '', '张三']],
  ['a unit without owner', [1, '1栋', '1单元', 101, 89.57]],
  ['a room only', ['', '', '', '101']],
  ['an owner only', ['', '', '', '', '', '张三']],
  ['a place only', ['', '', '', '自流井区锦绣花园1幢1单元101室']],
  ['a company only', ['', '', '', '', '', '自贡市华辰置业有限责任公司']],
  ['an area only', ['', '', '', '', 89.57]],
  ['a building only', ['', '2栋']],
  ['an owner called 合计, in a room', ['', '1栋', '1单元', '101', 89.57, '合计']],
  ['a total with an owner', ['', '小计', '', '', 89.57, '张三']],
  ['a remark of its own', ['', '', '', '', '', '', '已过户']],
  ['a remark that starts like a note', [1, '1栋', '1单元', 101, 89.57, '', '说明：']],
  ['an unsold unit of a building called like a note', ['', '单位宿舍', 1, 101, 89.57]],
  ['an unsold unit of a building called 单位', ['', '单位', 1, 101, 89.57]],
  ['a header with too few names', ['楼栋', '单元', '甲', '乙']],
])('%s is not', (_, cells) => {
  expect(skipped(cells)).toBeUndefined()
})
