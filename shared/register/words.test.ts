import { isStoreroom, joinStatus, kindOf, saleOf, saysUnsold, statusOf } from './words.ts'

test.each([
  ['已交付', 'delivered'],
  [' 已 交 付 ', 'delivered'],
  ['已入住', 'delivered'],
  ['出租', 'delivered'],
  ['未售', 'unsold'],
  ['待售', 'unsold'],
  ['已售未交付', 'sold_undelivered'],
  ['未收房', 'sold_undelivered'],
  ['自留', 'unsold'],
  ['开发商自留房', 'unsold'],
  ['已售（未交付）', 'sold_undelivered'],
  ['尚未办理交房', 'sold_undelivered'],
  ['已办理入住手续', 'delivered'],
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
  ['储藏室', 'parking'],
  ['一层商业门面', 'commercial'],
  ['成套住宅（商品房）', 'home'],
  ['商品房', 'home'],
  ['物业用房', undefined],
])('use %j is %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind)
})

test.each([
  ['delivered', 'delivered', 'delivered'],
  ['delivered', 'unsold', 'unsold'],
  ['sold_undelivered', 'unsold', 'unsold'],
  ['sold_undelivered', 'delivered', 'sold_undelivered'],
] as const)('%s, and %s: %s', (delivery, sale, status) => {
  expect(joinStatus(delivery, sale)).toBe(status)
})

test('whether it is sold is another question than whether it is delivered', () => {
  expect([saleOf('否'), statusOf('否')]).toEqual(['unsold', 'sold_undelivered'])
  expect([saleOf('是'), saleOf('未售'), saleOf('？')]).toEqual(['delivered', 'unsold', undefined])
})

test('an owner called unsold is none; a storeroom is none to live in', () => {
  expect(['未售', '（未售）', '开发商', '未央', '开发商张三'].map(saysUnsold)).toEqual([
    ...[true, true, true, false, false],
  ])
  expect(['地下储藏室', '住宅'].map(isStoreroom)).toEqual([true, false])
})
