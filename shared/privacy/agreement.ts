import type { Agreement } from './contract.ts'
import { PURPOSES, purposeOf } from './purposes.ts'
import { LASTING, RETAINED } from './retention-periods.ts'
import { lengthOf, periodOf, retentionOf } from './retention.ts'

/** 个人信息保护法 §13: each line says on what it rests. 网络数据安全管理条例 §21: as a table. */
const LINES: Agreement['lines'] = [
  {
    purpose: '登录和账号安全',
    kinds: '微信登录标识、登录时间和设备',
    basis: '提供您要用的服务所必需',
    retention: `账号存续期间；没有认领房屋的账号，${periodOf('idle_accounts')}`,
    recipients: '平台运营方',
  },
  {
    purpose: '核实您与房屋的关系',
    kinds: '姓名、房屋、身份；手机号须另行同意',
    basis: '您的同意',
    retention: '到您解除认领或注销为止',
    recipients: '业委会、社区工作者',
  },
  {
    purpose: '办理投诉',
    kinds: '您写的内容、照片、您录的语音、地点',
    basis: '您提交办理',
    retention: periodOf('complaints'),
    recipients: '物业；须要放行或监督时为社区、街道',
  },
  {
    purpose: '业主表决',
    kinds: '房屋面积、业主身份、选票',
    basis: '法定职责（民法典第二百七十八条）',
    retention: periodOf('ballots'),
    recipients: '只公布统计结果，不公布谁怎么投',
  },
  {
    purpose: '物业费账单',
    kinds: '房屋、面积、金额、缴费时间',
    basis: '履行物业服务合同',
    retention: `${lengthOf(retentionOf('bills'))}（会计档案）`,
    recipients: '物业；业委会只看合计',
  },
  {
    purpose: '内容安全检查',
    kinds: '您提交的文字、照片和语音',
    basis: '法定义务',
    retention: `没有通过的照片和语音，${periodOf('photos_unused_bytes')}`,
    recipients: '腾讯公司（微信内容安全接口）',
  },
  {
    purpose: '把进展告诉您',
    kinds: '小程序里的消息；微信提醒须另行同意',
    basis: '提供您要用的服务所必需',
    retention: periodOf('messages'),
    recipients: '只给您本人看',
  },
  {
    purpose: '谁看过您的信息',
    kinds: '查看人、时间、看了什么',
    basis: '保护您的权利所必需',
    retention: periodOf('sights'),
    recipients: '只给您本人看',
  },
]

/** 个人信息保护法 §15, §44–§50. */
const RIGHTS: readonly string[] = [
  '随时查看和导出您的全部信息',
  '发现错了，申请更正',
  '随时撤回任何一项同意',
  '注销账号，七天内可以反悔',
  '看到谁在什么时候看过您的信息',
  '要求说明为什么这样处理；近亲属可以代已故的人行使这些权利',
]

/** Every kind of record, with its period or why it has none: the one table, as a person reads it. */
const KEPT: Agreement['kept'] = [
  ...RETAINED.map((id) => {
    const { what, source, besides } = retentionOf(id)
    return { what, howLong: periodOf(id), why: besides ? `${source}。${besides}` : source }
  }),
  ...LASTING.map(({ what, until, why }) => ({ what, howLong: until, why })),
]

/** The whole of what a person is told before anything is collected. */
export const agreementOf = (operator: Agreement['operator']): Agreement => ({
  version: purposeOf('agreement').version,
  operator,
  lines: LINES,
  rights: [...RIGHTS],
  kept: [...KEPT],
  purposes: PURPOSES.map(({ collected, requiredFor, ...purpose }) => ({
    ...purpose,
    collected: [...collected],
    requiredFor: [...requiredFor],
  })),
})
