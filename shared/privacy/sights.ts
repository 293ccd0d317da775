/** Which data of others somebody was shown in full. */
export const SIGHT_KINDS = [
  'claim',
  'register',
  'export',
  'contact',
  'complaint',
  'frozen_complaint',
  'sheet',
] as const
export type SightKind = (typeof SIGHT_KINDS)[number]

export const SIGHT_NAMES: Readonly<Record<SightKind, string>> = {
  claim: '查看了您的房屋认领申请',
  register: '查看了名册中您的记录',
  export: '导出了含有您记录的名册',
  contact: '查看了您的联系方式',
  complaint: '查看了您的投诉',
  frozen_complaint: '调阅了您注销前的投诉',
  sheet: '查看了您的纸质表决票照片',
}
