import { compact, looksLikeFormula, tidy } from './characters.ts'

test.each([
  ['１８０４', '1804'],
  ['\u3000801\u00a0', '801'],
  ['\ufeff业\u200b主', '业主'],
  ['Ａ座（东）', 'A座(东)'],
  ['1\n栋', '1 栋'],
  ['无', ''],
  [' — ', ''],
  ['/', ''],
  ['-', ''],
])('%j reads %j', (text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})

test('a placeholder only stands alone', () => {
  expect(tidy('无锡')).toBe('无锡')
})

test('spaces within go where they mean nothing', () => {
  expect(compact('133 0000　0169')).toBe('13300000169')
})

test.each([
  '=1+1',
  '=HYPERLINK("http://example.invalid","点我")',
  '@SUM(A1)',
  '\t=1',
  '\t张三',
  '\r张三',
  ' =1',
  '＝1+1',
  '＠SUM(A1)',
  '+cmd|calc',
  '-2+3*A1',
  '-张三',
  '+ 张三',
  '＋张三',
  '+86 138、=1',
  '--1',
])('%j looks like a formula', (text) => {
  expect(looksLikeFormula(text)).toBe(true)
})

test.each([
  '张三',
  '张=三',
  'a@b.cn',
  '',
  '-',
  '--',
  '—',
  '+86 13800000000',
  '+86-138-0000-0000',
  '+86 13800000000、+86 13900000000',
  '+(86) 0813-5550100',
  '-1-003',
  '－1－003',
  '-1-003A',
  '13800000000',
])('%j is ordinary', (text) => {
  expect(looksLikeFormula(text)).toBe(false)
})
