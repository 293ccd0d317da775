/** Why a row cannot be taken, in words for the person who keeps the register. */
export const PROBLEMS = {
  text_starts_like_a_formula: '文字像公式（以 =、@、+ 或 - 开头），为安全起见没有导入',
  formula_without_result: '公式没有算出结果',
  text_not_plain: '含有无法显示的字符，或文字太长',
  room_not_recognised: '看不出是哪栋哪一户',
  room_is_a_date: '房号被表格软件改成了日期，请把这一列设成“文本”，再填回原来的房号',
  looks_like_a_total: '这一行像是合计，不是一户。如果是一户，请把房号和业主写清楚',
  duplicate_unit: '与前面的行是同一户',
  area_not_a_number: '面积没有填写，或不是数字',
  area_ambiguous: '看不出面积里的逗号是小数点还是千位分隔（像 1,234），请写成 1234 或 1.234 再导入',
  area_not_positive: '面积必须大于 0',
  area_too_large: '面积大得不正常',
  status_not_recognised: '看不懂交付状态',
  status_is_a_date: '交付状态只写了日期，看不出是已经交付还是计划交付，请写“已交付”或“未交付”',
  kind_not_recognised: '看不懂房屋用途',
  delivered_without_owner: '已交付却没有业主姓名',
  owner_not_a_name: '业主姓名只有数字，不是姓名',
  too_many_owners: '共有人太多，请核对',
  developer_not_named: '没有写明属于哪家开发商',
  representative_not_an_owner: '产权代表不是这一户的业主',
  row_not_understood: '看不出这一行是什么',
} as const
export type Problem = keyof typeof PROBLEMS

export interface RowProblem {
  readonly sheet: string
  readonly row: number
  readonly problem: Problem
  /** Label of the unit, for a duplicate. */
  readonly unit?: string
}

/**
 * What was taken, but had better be looked at: the numbers of identities or phones do not match the owners, or a
 * spreadsheet has turned an identity into a number and lost its last digits. What is in doubt is not used.
 */
export const DOUBTS = {
  identities_do_not_match_owners: '证件号码的个数与业主人数不一致，没有采用证件号码',
  phones_do_not_match_owners: '电话的个数与业主人数不一致，没有采用电话',
  identity_lost_digits: '证件号码被表格软件改成了数字，末几位已丢失，没有采用',
  shares_do_not_add_up: '共有份额加起来不是整份，没有采用份额',
  co_ownership_not_recognised: '看不懂共有方式，没有采用',
  owner_joined_to_row_above: '这一行没有房号和面积，已作为上一行的共有人，请核对',
} as const
export type Doubt = keyof typeof DOUBTS

export interface RowDoubt {
  readonly sheet: string
  readonly row: number
  readonly doubt: Doubt
}
