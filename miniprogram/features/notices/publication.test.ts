import { EMPTY, missingIn, publicationOf, validityWords, type Form } from './publication.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const written: Form = {
  ...EMPTY,
  category: 'property',
  title: '停水通知',
  text: '周二上午停水四小时。',
}

test.each<[string, Partial<Form>, string | undefined]>([
  ['nothing', {}, undefined],
  ['the category', { category: undefined }, '请选择类别'],
  ['the title', { title: ' 水 ' }, '请填写标题，至少 2 个字'],
  ['less title', { title: '停'.repeat(63) }, '标题多了 3 个字，请删减'],
  ['the text', { text: '停水了。' }, '请填写正文，至少 5 个字'],
  ['less text', { text: '停'.repeat(10_001) }, '正文多了 1 个字，请删减'],
  ['the day', { validity: 'day' }, '请选择有效到哪一天'],
  ['a later day', { validity: 'day', day: '2026-11-20' }, '有效期不能早于今天，请重新选择。'],
  ['nothing for today', { validity: 'day', day: '2026-11-21' }, undefined],
  ['nothing for a day that is not asked for', { validity: 'always', day: '2020-01-01' }, undefined],
])('%s is missing', (_, changed, missing) => {
  const form = { ...written, ...changed }
  expect(missingIn(form, NOW)).toBe(missing)
  expect(publicationOf(form, NOW) === undefined).toBe(missing !== undefined)
})

test.each<[Partial<Form>, string | undefined, string]>([
  [{ validity: 'always' }, undefined, '一直有效'],
  [{ validity: 'week' }, '2026-11-28', '有效到 11 月 28 日（周六）'],
  [{ validity: 'month' }, '2026-12-21', '有效到 12 月 21 日（周一）'],
  [{ validity: 'day', day: '2027-01-02' }, '2027-01-02', '有效到 2027 年 1 月 2 日（周六）'],
])('%j is published as %s and read as %s', (changed, until, words) => {
  const form = { ...written, ...changed }
  expect(publicationOf(form, NOW)?.validUntil).toBe(until)
  expect(validityWords(form, NOW)).toBe(words)
})

test('days are those of Shanghai: late in the evening a week is counted from there', () => {
  const midnight = new Date('2026-11-21T16:00:00Z')
  expect(publicationOf({ ...written, validity: 'week' }, midnight)?.validUntil).toBe('2026-11-29')
})
