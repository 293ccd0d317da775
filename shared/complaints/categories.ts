import * as z from '#shared/kernel/zod.ts'

/** What residents complain about; the words of the documents, shortened for a phone. */
export const CATEGORIES = [
  'repair',
  'cleaning',
  'security',
  'noise',
  'lift',
  'parking',
  'fire_lane',
  'decoration',
  'fees',
  'staff',
  'committee',
  'green',
  'other',
] as const

export const Category = z.enum(CATEGORIES)
export type Category = z.infer<typeof Category>

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  repair: '房屋与设施维修',
  cleaning: '环境卫生',
  security: '秩序与安全',
  noise: '噪声扰民',
  lift: '电梯',
  parking: '停车',
  fire_lane: '消防通道',
  decoration: '违规装修、违建',
  fees: '收费',
  staff: '服务态度',
  committee: '妨碍成立业委会',
  green: '绿化',
  other: '其他',
}
