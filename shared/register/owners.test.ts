import { isOrganisation, phoneOf, readOwners, splitNames } from './owners.ts'

const read = (owner: string, identity = '', phone = '', identityIsNumber = false) =>
  readOwners({ owner, identity, identityIsNumber, phone })

test.each([
  ['张三', ['张三']],
  ['夏国 / 孟国洋', ['夏国', '孟国洋']],
  ['夏国、孟国洋', ['夏国', '孟国洋']],
  ['夏国，孟国洋', ['夏国', '孟国洋']],
  ['夏国,孟国洋；王五;赵六', ['夏国', '孟国洋', '王五', '赵六']],
  ['张 三', ['张三']],
  ['张三 李四', ['张三', '李四']],
  ['张三\n李四', ['张三', '李四']],
  ['欧阳 娜娜', ['欧阳娜娜']],
  ['自贡华辰置业\n有限公司', ['自贡华辰置业有限公司']],
  ['张三 华辰置业有限公司', ['张三', '华辰置业有限公司']],
  ['张三＋李四', ['张三', '李四']],
  ['张三|李四&王五', ['张三', '李四', '王五']],
  ['张三（50%）、李四(50%)', ['张三', '李四']],
  ['张三(共有)', ['张三']],
  ['张三(小)', ['张三(小)']],
  ['John  Smith', ['John Smith']],
  ['张三、', ['张三']],
  ['', []],
  ['、', []],
  ['无', []],
])('%j names %j', (text, names) => {
  expect(splitNames(text)).toEqual(names)
})

test.each([
  ['13300000000', '13300000000'],
  ['133 0000 0169', '13300000169'],
  ['+86 138-0000-0886', '13800000886'],
  ['008613800000886', '13800000886'],
  ['0813-5550100', '08135550100'],
  ['１３３００００００００', undefined],
  ['12345', undefined],
  ['无', undefined],
])('phone %j is %s', (text, phone) => {
  expect(phoneOf(text)).toBe(phone)
})

test('identity and phone go with the owner at the same place', () => {
  expect(read('夏国 / 孟国洋', '5103**2694 / 5103**8187', '18700000001，19300000002')).toEqual({
    owners: [
      { name: '夏国', identity: '5103**2694', phone: '18700000001' },
      { name: '孟国洋', identity: '5103**8187', phone: '19300000002' },
    ],
    doubts: [],
  })
})

test('an empty place stays empty', () => {
  expect(read('甲、乙', '、5103**8187').owners).toEqual([
    { name: '甲' },
    { name: '乙', identity: '5103**8187' },
  ])
})

test('one phone for several is theirs in common; of several for one the first is taken', () => {
  expect(read('甲、乙', '', '13300000000').owners.map(({ phone }) => phone)).toEqual([
    '13300000000',
    '13300000000',
  ])
  expect(read('甲', '', '13300000000/13300000001').owners).toEqual([
    { name: '甲', phone: '13300000000' },
  ])
})

test('numbers one below the other are those of several', () => {
  expect(
    read('甲、乙', '510303199001011234\n510303199001011235', '13300000000 13300000001'),
  ).toEqual({
    owners: [
      { name: '甲', identity: '510303199001011234', phone: '13300000000' },
      { name: '乙', identity: '510303199001011235', phone: '13300000001' },
    ],
    doubts: [],
  })
  expect(read('甲', '510303\n199001011234', '133 0000 0169').owners).toEqual([
    { name: '甲', identity: '510303199001011234', phone: '13300000169' },
  ])
})

test('masks and letters are written one way', () => {
  expect(read('甲', '5103＊＊002x').owners).toEqual([{ name: '甲', identity: '5103**002X' }])
})

test.each([
  ['one identity for two', read('甲、乙', '5103**2694'), ['identities_do_not_match_owners']],
  ['two identities for one', read('甲', '1、2'), ['identities_do_not_match_owners']],
  [
    'three phones for two',
    read('甲、乙', '', '13300000000、13300000001、13300000002'),
    ['phones_do_not_match_owners'],
  ],
  ['an identity turned into a number', read('甲', '5.10303E+17'), ['identity_lost_digits']],
  [
    'an identity kept as a number',
    read('甲', '510303199001011000', '', true),
    ['identity_lost_digits'],
  ],
  ['an old identity kept as a number', read('甲', '510303900101100', '', true), []],
  ['nobody', read('', '1、2', '1、2、3'), []],
])('%s', (_, { owners, doubts }, expected) => {
  expect(doubts).toEqual(expected)
  if (doubts.length > 0) expect(owners.every((owner) => owner.identity === undefined)).toBe(true)
})

test.each([
  ['自贡华辰置业有限公司', true],
  ['汇东街道办事处', true],
  ['张中心', true],
  ['和平村村民委员会', true],
  ['东兴寺村委会', true],
  ['市公安局自流井分局', true],
  ['自贡市运输总公司第一分公司', true],
  ['长江医药(集团)有限责任公司(筹)', true],
  ['星海投资中心(有限合伙)', true],
  ['某某机械厂', true],
  ['某单位', true],
  ['国家电网自贡供电所', true],
  ['王建局', false],
  ['李大所', false],
  ['阿不都·热合曼', false],
  ['张三', false],
  ['公司权', false],
])('%s is an organisation: %s', (name, is) => {
  expect(isOrganisation(name)).toBe(is)
})

test('a code of GB 32100 makes an organisation of any name', () => {
  expect(isOrganisation('老张面馆', '92510300MA6ABCDE1X')).toBe(true)
  expect(isOrganisation('张三', '510303199001011234')).toBe(false)
})
