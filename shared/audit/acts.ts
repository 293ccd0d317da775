/** What an act on record is called, by `feature.verb`: what is not named here cannot be written. */
export const ACT_NAMES = {
  'people.give_role': '授予角色',
  'people.end_role': '收回角色',
  'people.invite': '发出授权邀请',
  'people.withdraw_invitation': '撤回授权邀请',
  'register.import': '导入业主名册',
  'register.undo': '撤销名册导入',
  'register.transfer': '登记产权变更',
  'register.designate': '登记共有产权代表',
  'register.export': '导出业主名册',
  'bindings.claimed': '认领房屋，与名册一致',
  'bindings.waiting': '认领房屋，等待核实',
  'bindings.code_redeemed': '用纸质验证码认领房屋',
  'bindings.added': '登记使用人或代办人',
  'bindings.contested': '有人同时认领，退回核实',
  'bindings.document_seen': '看过证件',
  'bindings.confirmed': '房屋核实通过',
  'bindings.rejected': '房屋核实未通过',
  'bindings.appealed': '对核实结果申诉',
  'bindings.ended': '房屋绑定结束',
  'bindings.reinstated': '名册更正，绑定恢复',
  'bindings.code_issued': '发放纸质验证码',
  'bindings.code_cancelled': '作废纸质验证码',
  'bindings.representative_proposed': '提名产权代表',
  'bindings.representative_consented': '同意产权代表',
  'bindings.representative_effective': '产权代表生效',
  'bindings.representative_revoked': '撤销产权代表',
  'bindings.representative_lapsed': '产权人有变动，提名失效',
  'privacy.correct': '更正个人信息',
  'privacy.close': '申请注销账号',
  'privacy.keep': '撤回注销申请',
  'privacy.erase': '注销账号，删除个人信息',
  'votes.dispute': '登记表决争议，选票暂不删除',
  'votes.end_dispute': '表决争议了结',
  'votes.expire': '选票和表决名册保存期满，删除',
  'fees.expire': '账单保存期满，删除',
  'complaints.expire': '投诉保存期满，删除内容',
  'complaints.open_frozen': '调阅封存的投诉',
  'complaints.export': '导出投诉案卷',
  'clocks.give_table': '录入放假安排',
  'emergencies.confirm': '核实突发事件',
  'emergencies.dismiss': '认定突发事件不属实',
  'emergencies.restore': '突发事件恢复正常',
  'emergencies.review': '复盘突发事件',
  'emergencies.expire': '突发事件保存期满，删除',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>

export type Act = keyof typeof ACT_NAMES

/** A chain keeps what earlier and later releases wrote: not every act of one has a name here. */
const isNamed = (act: string): act is Act => act in ACT_NAMES

export const actName = (act: string): string => (isNamed(act) ? ACT_NAMES[act] : '其他操作')
