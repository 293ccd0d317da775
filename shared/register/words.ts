import { compact } from './characters.ts'

export type UnitStatus = 'delivered' | 'unsold' | 'sold_undelivered'
export type UnitKind = 'home' | 'commercial' | 'parking'

// What property offices write. Data, so that a new word is one more entry and nothing else.
const STATUS_WORDS: Readonly<Record<UnitStatus, readonly string[]>> = {
  delivered: [
    ...[
      '已交付',
      '交付',
      '已交房',
      '交房',
      '已收房',
      '收房',
      '已接房',
      '接房',
      '已领房',
      '已交钥匙',
    ],
    ...[
      '已入住',
      '入住',
      '自住',
      '出租',
      '已出租',
      '租住',
      '空置',
      '空关',
      '已装修',
      '装修中',
      '未装修',
    ],
    ...['未入住', '已售已交付', '已售', '已办证', '是'],
  ],
  unsold: [
    '未售',
    '未售出',
    '未出售',
    '待售',
    '在售',
    '可售',
    '库存',
    '未销售',
    '尾盘',
    '开发商持有',
  ],
  sold_undelivered: [
    ...['已售未交付', '已售未交房', '未交付', '未交房', '未收房', '未接房', '待交付', '待交房'],
    ...['已售待交付', '已售未收房', '否'],
  ],
}

const KIND_WORDS: Readonly<Record<UnitKind, readonly string[]>> = {
  home: [
    '住宅',
    '成套住宅',
    '非成套住宅',
    '居住',
    '普通住宅',
    '高层住宅',
    '多层住宅',
    '别墅',
    '洋房',
    '公寓',
  ],
  commercial: [
    ...['商业', '商铺', '商业用房', '商业服务', '商服', '商住', '门面', '门面房', '店铺', '店面'],
    ...['底商', '网点', '办公', '办公用房', '写字楼', '商务公寓', '非住宅', '酒店', '商场'],
  ],
  parking: ['车位', '车库', '停车位', '地下车位', '地下车库', '机动车位', '产权车位', '人防车位'],
}

const lookUp = <T extends string>(words: Readonly<Record<T, readonly string[]>>) => {
  const meaning = new Map<string, T>()
  for (const key of Object.keys(words) as T[]) for (const word of words[key]) meaning.set(word, key)
  return (text: string): T | undefined => meaning.get(compact(text))
}

/** `undefined` where nobody has told us what the word means. */
export const statusOf = lookUp(STATUS_WORDS)
/** `undefined` where nobody has told us what the word means. */
export const kindOf = lookUp(KIND_WORDS)
