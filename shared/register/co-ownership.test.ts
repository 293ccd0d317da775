import fc from 'fast-check'
import { ratiosIn, readCoOwnership } from './co-ownership.ts'

const half = { part: 1, of: 2 }

test.each([
  ['50%、50%', 2, [half, half]],
  ['50％，50％', 2, [half, half]],
  ['1/2、1/2', 2, [half, half]],
  [
    '张三1/3 李四2/3',
    2,
    [
      { part: 1, of: 3 },
      { part: 2, of: 3 },
    ],
  ],
  ['各50%', 2, [half, half]],
  ['各占二分之一', 2, [half, half]],
  ['平均 1/4', 4, Array.from({ length: 4 }, () => ({ part: 1, of: 4 }))],
  [
    '6:4',
    2,
    [
      { part: 3, of: 5 },
      { part: 2, of: 5 },
    ],
  ],
  [
    '３０％；７０％',
    2,
    [
      { part: 3, of: 10 },
      { part: 7, of: 10 },
    ],
  ],
  [
    '33.33%、66.67%',
    2,
    [
      { part: 3333, of: 10_000 },
      { part: 6667, of: 10_000 },
    ],
  ],
  ['一半', 2, []],
  ['0%', 2, []],
  ['3/2', 2, []],
])('%j of %d owners', (text, owners, ratios) => {
  expect(ratiosIn(text, owners)).toEqual(ratios)
})

test.each([
  ['joint', '共同共有', '', 2, { form: 'joint', doubts: [] }],
  ['joint, whatever shares say', '夫妻共同共有', '50%、50%', 2, { form: 'joint', doubts: [] }],
  ['by shares', '按份共有', '50%、50%', 2, { form: 'by_shares', shares: [half, half], doubts: [] }],
  [
    'shares within the form',
    '按份共有（各50%）',
    '',
    2,
    { form: 'by_shares', shares: [half, half], doubts: [] },
  ],
  ['shares alone', '', '1/2、1/2', 2, { form: 'by_shares', shares: [half, half], doubts: [] }],
  ['by shares unknown', '按份共有', '', 2, { form: 'by_shares', doubts: [] }],
  ['only that it is owned in common', '共有', '', 2, { doubts: [] }],
  ['nothing', '', '', 2, { doubts: [] }],
  ['one owner', '按份共有', '100%', 1, { doubts: [] }],
  [
    'too little',
    '按份共有',
    '50%、40%',
    2,
    { form: 'by_shares', doubts: ['shares_do_not_add_up'] },
  ],
  ['too many', '', '50%、30%、20%', 2, { doubts: ['shares_do_not_add_up'] }],
  ['thirds that are none', '', '33.33%、33.33%、33.33%', 3, { doubts: ['shares_do_not_add_up'] }],
  ['a text without share', '', '一半', 2, { doubts: ['shares_do_not_add_up'] }],
  ['a form nobody knows', '其他', '', 2, { doubts: ['co_ownership_not_recognised'] }],
])('%s', (_, form, shares, owners, read) => {
  expect(readCoOwnership(form, shares, owners)).toEqual(read)
})

test('shares that make a whole are taken exactly, in the order of the owners', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(parts, (each) => {
      const sum = each.reduce((all, one) => all + one, 0)
      const read = readCoOwnership('', each.map((part) => `${part}/${sum}`).join('、'), each.length)
      expect(read.shares?.map(({ part, of }) => (part * sum) / of)).toEqual(each)
    }),
  )
})
