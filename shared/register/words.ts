import { compact } from './characters.ts'

export type UnitStatus = 'delivered' | 'unsold' | 'sold_undelivered'
export type UnitKind = 'home' | 'commercial' | 'parking'

// What property offices write. Data, so that a new word is one more entry and nothing else.
const STATUS_WORDS: Readonly<Record<UnitStatus, string>> = {
  delivered:
    '已交付 交付 已交房 交房 已收房 收房 已接房 接房 已领房 已交钥匙 已入住 入住 已入伙 入伙 自住 出租 已出租 租住 空置 空关 ' +
    '空房 闲置 常住 居住 已装修 装修中 在装修 未装修 毛坯 未入住 已售已交付 已售 售出 已售出 已办证 已过户 正常 是',
  unsold:
    '未售 未售出 未出售 待售 在售 可售 库存 未销售 尾盘 尾房 开发商持有 自留 自持 保留 预留 留存 开发商 建设单位 未认购',
  sold_undelivered:
    '已售未交付 已售未交房 未交付 未交房 未收房 未接房 未入伙 待交付 待交房 待收房 已售待交付 已售未收房 否',
}

const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  home:
    '住宅 成套住宅 非成套住宅 居住 普通住宅 高层住宅 多层住宅 别墅 洋房 公寓 住房 居民住宅 商品房 商品住宅 普通商品房 ' +
    '安置房 回迁房 拆迁房 房改房 经济适用房 公房 私房 廉租房 公租房 集资房 复式 跃层 排屋 叠拼 联排 房屋 home',
  commercial:
    '商业 商铺 商业用房 商业服务 商服 商住 门面 门面房 店铺 店面 底商 网点 办公 办公用房 写字楼 商务公寓 非住宅 酒店 ' +
    '商场 沿街商铺 经营用房 营业房 仓库 厂房 会所 幼儿园 shop',
  parking:
    '车位 车库 停车位 地下车位 地下车库 机动车位 产权车位 人防车位 地上车位 停车场 parking ' +
    '储藏室 储藏间 储物间 储藏 储物 杂物间 杂物房 柴房 煤房 自行车库 附属用房 架空层 地下储藏室',
}

/** The first that a word contains decides, where no word is it. What is sold but open comes before what is sold. */
const STATUS_PATTERNS: readonly (readonly [RegExp, UnitStatus])[] = [
  [/未售|待售|在售|可售|未销售|未出售|尾房|尾盘|自留|自持|开发商|建设单位/, 'unsold'],
  [/(?:未|待|尚未|没有?)(?:办理)?(?:交付|交房|收房|接房|入伙|领房|领钥匙)/, 'sold_undelivered'],
  [/(?:已|完成)(?:办理)?(?:交付|交房|收房|接房|入伙|领房|入住|售|办证|过户)/, 'delivered'],
]
const KIND_PATTERNS: readonly (readonly [RegExp, UnitKind])[] = [
  [/车位|车库|停车|泊位/, 'parking'],
  [/储藏|储物|杂物/, 'parking'],
  [/商铺|商业|商服|门面|店|铺|写字|办公|网点|酒店|商务|经营|非住宅|营业/, 'commercial'],
  [/住宅|公寓|别墅|洋房|居住|住房|商品房|安置|回迁/, 'home'],
]

const lookUp = <T extends string>(
  words: Readonly<Record<T, string>>,
  patterns: readonly (readonly [RegExp, T])[],
) => {
  const meaning = new Map<string, T>()
  for (const key of Object.keys(words) as T[])
    for (const word of words[key].split(' ')) meaning.set(word, key)
  return (text: string): T | undefined => {
    const word = compact(text)
    return meaning.get(word) ?? patterns.find(([pattern]) => pattern.test(word))?.[1]
  }
}

/** `undefined` where nobody has told us what the word means. */
export const statusOf = lookUp(STATUS_WORDS, STATUS_PATTERNS)
/** `undefined` where nobody has told us what the word means. */
export const kindOf = lookUp(KIND_WORDS, KIND_PATTERNS)

/** Whether a unit of its own kind is a storeroom, which is kept as parking spaces are. */
export const isStoreroom = (text: string): boolean =>
  /储藏|储物|杂物|柴房|煤房|附属用房/.test(compact(text))

/** What stands in the owner's column of a home nobody has bought: no owner's name. */
export const saysUnsold = (text: string): boolean =>
  /^\(?(?:未售出?|待售|在售|未销售|开发商|建设单位|开发商持有|开发商自留|空置未售)\)?$/.test(
    compact(text),
  )

/** Of `是否已售`: no is unsold, not undelivered. */
export const saleOf = (text: string): UnitStatus | undefined => {
  const word = compact(text)
  if (word === '否' || word === '未') return 'unsold'
  return word === '是' || word === '已' ? 'delivered' : statusOf(word)
}

/** Delivery and sale together: what is not sold is nobody's, whatever its building is. */
export function joinStatus(delivery: UnitStatus, sale: UnitStatus): UnitStatus {
  if (delivery === 'unsold' || sale === 'unsold') return 'unsold'
  return delivery === 'delivered' ? sale : delivery
}
