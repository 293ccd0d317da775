import { lengthOf, retentionOf } from './retention.ts'

/** What a person is asked to consent to, each by itself. */
export const PURPOSE_IDS = ['agreement', 'phone', 'contact_sharing', 'notices'] as const
export type PurposeId = (typeof PURPOSE_IDS)[number]

/** A purpose of processing, in the words a person agrees to. Any change of meaning is a new version. */
export interface Purpose {
  readonly id: PurposeId
  readonly version: number
  readonly title: string
  /** In one or two plain sentences. */
  readonly text: string
  readonly collected: readonly string[]
  readonly why: string
  readonly howLong: string
  readonly withWhom: string
  /** What does not work without it. */
  readonly requiredFor: readonly string[]
  /** What ends when it is withdrawn, and what stays. */
  readonly onWithdrawal: string
  /** Given before this one can be. */
  readonly needs?: PurposeId
}

/** 个人信息保护法 §14–§17: each purpose with its own toggle, informed, and withdrawable. */
export const PURPOSES: readonly Purpose[] = [
  {
    id: 'agreement',
    version: 1,
    title: '个人信息处理规则',
    text: '为了确认您是哪套房的业主或住户，并让您投票、报修、查账单，我们需要处理您的姓名、房屋和身份关系。',
    collected: ['微信登录标识', '姓名（与名册一致）', '房屋和您与房屋的关系', '您提交的内容'],
    why: '核实您与房屋的关系，办理您在小区的事务',
    howLong: `账号存续期间；投票和名册记录 ${lengthOf(retentionOf('ballots'))}，投诉办结后 ${lengthOf(retentionOf('complaints'))}`,
    withWhom: '本小区业委会、物业和社区的工作人员，只看各自职责需要的部分',
    requiredFor: ['认领房屋', '填写手机号', '投诉', '投票', '查账单'],
    onWithdrawal:
      '撤回后，您的房屋认领和手机号一并结束，不能再投诉、投票和查账单。已经投出的票、已经提交的投诉按法律规定留存，不作他用。公告仍可以看。',
  },
  {
    id: 'phone',
    version: 1,
    title: '手机号',
    text: '用手机号与名册比对，能更快确认您的房屋；工作人员办理您的事时能联系到您。',
    collected: ['手机号（加密保存）'],
    why: '与名册比对核实身份，办理您提交的事项时联系您',
    howLong: '到您撤回或注销账号为止',
    withWhom: '办理您事项的工作人员，只显示中间打星号的号码',
    requiredFor: ['用微信手机号快速核实'],
    onWithdrawal: '撤回后删除保存的手机号。已经核实的房屋不受影响。',
    needs: 'agreement',
  },
  {
    id: 'contact_sharing',
    version: 1,
    title: '移交时提供联系方式',
    text: '您的投诉转给街道或有关部门时，把您的姓名和手机号一起转过去，方便他们直接联系您。',
    collected: ['姓名', '手机号'],
    why: '接手的单位可以直接联系您',
    howLong: '到这件投诉办结为止',
    withWhom: '接手这件投诉的街道或部门；每次移交都会告诉您交给了谁',
    requiredFor: ['移交时附上您的联系方式'],
    onWithdrawal: '撤回后的移交不再附上联系方式。已经移交的，请接手单位停止使用。',
    needs: 'agreement',
  },
  {
    id: 'notices',
    version: 1,
    title: '消息提醒',
    text: '投票开始、投诉有回复、账单到期时，用微信消息提醒您。',
    collected: ['微信登录标识'],
    why: '及时告诉您与您有关的进展',
    howLong: '到您关闭提醒为止',
    withWhom: '由微信送达，不提供给其他人',
    requiredFor: ['微信消息提醒'],
    onWithdrawal: '关闭后不再发送微信提醒，消息仍可以在小程序里看到。',
    needs: 'agreement',
  },
]

export function purposeOf(id: PurposeId): Purpose {
  const found = PURPOSES.find((purpose) => purpose.id === id)
  if (!found) throw new Error(`no purpose ${id}`)
  return found
}
