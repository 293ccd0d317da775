import { headRule } from './head-words.ts'

const head = { units: 1, owners: 1, isDeveloper: false, hasRepresentative: false }
test.each([
  ['one home', head, '一套房屋一人（法释〔2009〕7号第九条）；面积按不动产登记'],
  [
    'several homes',
    { ...head, units: 3 },
    '同一业主的 3 套房屋合计一人，面积相加（法释〔2009〕7号第九条）；面积按不动产登记',
  ],
  [
    'a couple',
    { ...head, owners: 2 },
    '共有的房屋合计一人，共有人意见不一致的不算参与（建房〔2009〕274号第二十五条）；面积按不动产登记',
  ],
  [
    'a couple with a representative and two homes',
    { ...head, units: 2, owners: 2, hasRepresentative: true },
    '同一组共有人的 2 套房屋合计一人，由推选的代表投票（建房〔2009〕274号第二十五条）；面积按不动产登记',
  ],
  [
    'the developer',
    { ...head, units: 40, isDeveloper: true },
    '建设单位没有卖出和卖出还没有交付的房屋，合计一人（法释〔2009〕7号第九条）',
  ],
])('%s', (_name, counted, sentence) => {
  expect(headRule(counted)).toBe(sentence)
})
