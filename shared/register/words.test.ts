import { kindOf, statusOf } from './words.ts'

test.each([
  ['已交付', 'delivered'],
  [' 已 交 付 ', 'delivered'],
  ['已入住', 'delivered'],
  ['出租', 'delivered'],
  ['未售', 'unsold'],
  ['待售', 'unsold'],
  ['已售未交付', 'sold_undelivered'],
  ['未收房', 'sold_undelivered'],
  ['装修款未付', undefined],
  ['', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('status %j is %s', (word, status) => {
  expect(statusOf(word)).toBe(status)
})

test.each([
  ['住宅', 'home'],
  ['商铺', 'commercial'],
  ['地下车位', 'parking'],
  ['物业用房', undefined],
])('use %j is %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind)
})
