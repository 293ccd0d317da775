import { versionWith } from '../../register.fixture.ts'
import { actWords, changeLines, labelPart, searchOf } from './words.ts'

test.each([
  ['801', { unit: '801' }],
  ['1-2-801', { unit: '1-2-801' }],
  ['1栋2单元801室', { unit: '1-2-801' }],
  ['3幢 2单元 1201', { unit: '3-2-1201' }],
  ['５号楼１０１', { unit: '5-101' }],
  ['A座12', { unit: 'A-12' }],
  ['1栋', { unit: '1' }],
  [' 张伟 ', { owner: '张伟' }],
  ['安居置业有限公司', { owner: '安居置业有限公司' }],
  ['  ', {}],
])('“%s” searches for %j', (written, wanted) => {
  expect(searchOf(written)).toEqual(wanted)
})

test('a label stays as it is written', () => {
  expect(labelPart('12-3-1201')).toBe('12-3-1201')
})

test.each([
  [{}, '周敏导入“锦绣名册”'],
  [{ act: 'undo', undoes: 3 } as const, '周敏撤销第 3 版'],
  [{ act: 'transfer', unit: '1-2-801' } as const, '周敏登记 1-2-801 换了业主'],
  [{ act: 'designation', unit: '1-2-801' } as const, '周敏登记 1-2-801 的产权代表'],
])('a version tells what made it: %j', (facts, words) => {
  expect(actWords(versionWith(facts))).toBe(words)
})

describe('what changed in a home', () => {
  const face = {
    kind: 'home',
    areaCenti: 8_957,
    status: 'delivered',
    owners: ['张*'],
  } as const
  const change = (to: object, fields: readonly string[]) =>
    changeLines({
      ...{ unit: '1-2-801', change: 'changed', fields: [...fields] as never },
      ...{ before: { ...face, owners: [...face.owners] } },
      after: { ...face, owners: [...face.owners], ...to },
    })

  test.each([
    ['area', { areaCenti: 9_000 }, '面积：89.57 ㎡ 改成 90 ㎡'],
    ['owners', { owners: ['李*'] }, '业主：张* 改成 李*'],
    ['owners', {}, '业主：张*（显示的名字一样，其实不是同一位）'],
    ['status', { status: 'unsold' }, '交付：已交付 改成 还没有卖出'],
    ['kind', { kind: 'commercial' }, '用途：住宅 改成 商铺或办公'],
    ['representative', { representative: '张*' }, '产权代表：没有 改成 张*'],
    ['developer', { developer: '安居置业' }, '开发商：没有 改成 安居置业'],
    ['other', {}, '面积来源或共有方式有改动'],
  ])('%s', (field, to, line) => {
    expect(change(to, [field])).toEqual([line])
  })

  test('a new one is told whole', () => {
    const after = { ...face, status: 'sold_undelivered' as const, owners: [] }
    expect(changeLines({ unit: '1', change: 'added', fields: [], after })).toEqual([
      '住宅，89.57 ㎡，已卖出，还没有交付，没有业主',
    ])
  })
})
