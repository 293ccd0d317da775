/** What an act on record is called, by `feature.verb`. A test finds every act the server writes in here. */
export const ACT_NAMES: Readonly<Record<string, string>> = {
  'people.give_role': '授予角色',
  'people.end_role': '收回角色',
  'people.invite': '发出授权邀请',
  'register.import': '导入业主名册',
  'register.undo': '撤销名册导入',
  'register.transfer': '登记产权变更',
  'register.designate': '登记共有产权代表',
  'register.export': '导出业主名册',
}

export const actName = (act: string): string => ACT_NAMES[act] ?? '其他操作'
