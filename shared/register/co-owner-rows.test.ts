import { home, readRows, ROOMS } from './layouts.fixture.ts'

const merged = (text: string) => ({ text, merged: true as const })

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
