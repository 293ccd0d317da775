import type { FilingDocument } from '#shared/votes/records.ts'

/** 物业管理条例 art. 16, 建房〔2009〕274号 art. 33. */
export const DOCUMENT_NAMES: Readonly<Record<FilingDocument, string>> = {
  application: '备案申请表',
  minutes: '业主大会会议记录',
  result_announcement: '表决结果公告',
  roll: '业主名册',
  rules_of_procedure: '业主大会议事规则',
  management_convention: '管理规约',
  committee_list: '业主委员会委员名单',
}
