import * as z from '#shared/kernel/zod.ts'

/** How a person stands to a home. Only owners and co-owners vote; users (物业使用人) and helpers never do. */
export const Relation = z.enum(['owner', 'co_owner', 'tenant', 'family', 'helper'])
export type Relation = z.infer<typeof Relation>

/** How a helper (代办人) stands to the person helped, as that person says it. */
export const HelperTie = z.enum(['relative', 'volunteer', 'neighbour'])
export type HelperTie = z.infer<typeof HelperTie>

export const TIE_NAMES: Readonly<Record<HelperTie, string>> = {
  relative: '亲属',
  volunteer: '志愿者',
  neighbour: '邻居',
}

/** What a code lets its holder become. */
export const CodeFor = z.enum(['owner', 'tenant', 'family', 'helper'])
export type CodeFor = z.infer<typeof CodeFor>

/**
 * `waiting` for an officer; `claimed`: name and phone (or a paper code) agree with the register, an officer
 * has yet to look; `verified`; `rejected`, once to be appealed; `appealed`; `ended`, for the reason it carries.
 */
export const Status = z.enum(['waiting', 'claimed', 'verified', 'rejected', 'appealed', 'ended'])
export type Status = z.infer<typeof Status>

/** Why a person says the home is theirs. All but `listed` and `phone_changed` need papers the register does not show yet. */
export const Ground = z.enum(['listed', 'phone_changed', 'heir', 'divorce', 'bought', 'other'])
export type Ground = z.infer<typeof Ground>

export const GROUND_NAMES: Readonly<Record<Ground, string>> = {
  listed: '我是登记的业主',
  phone_changed: '我是登记的业主，但换了手机号',
  heir: '继承',
  divorce: '离婚分割',
  bought: '新购买，名册还没更新',
  other: '其他情况',
}

/** What was seen or known. Of a document its kind and last four are kept, never a picture of it. */
export const EvidenceKind = z.enum([
  'register_match',
  'paper_code',
  'identity_document',
  'property_certificate',
  'purchase_contract',
  'inheritance_notarised',
  'court_judgment',
  'divorce_agreement',
  'written_consent',
  'in_person',
])
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, string>> = {
  register_match: '姓名和手机号与名册一致',
  paper_code: '纸质验证码',
  identity_document: '身份证件',
  property_certificate: '不动产权证书',
  purchase_contract: '购房合同和收房手续',
  inheritance_notarised: '继承公证书',
  court_judgment: '法院判决或调解书',
  divorce_agreement: '离婚协议和过户手续',
  written_consent: '书面同意',
  in_person: '本人到场',
}

export const Evidence = z.strictObject({
  kind: EvidenceKind,
  /** The last four of the document's number. */
  last4: z
    .string()
    .regex(/^[0-9A-Za-z]{4}$/, '证件号码后四位')
    .optional(),
})
export type Evidence = z.infer<typeof Evidence>

export const RejectReason = z.enum([
  'not_on_register',
  'name_differs',
  'papers_missing',
  'another_is_owner',
  'wrong_home',
  'other',
])
export type RejectReason = z.infer<typeof RejectReason>

export const REJECT_NAMES: Readonly<Record<RejectReason, string>> = {
  not_on_register: '名册上没有这个姓名',
  name_differs: '姓名与名册不一致',
  papers_missing: '缺少证明材料',
  another_is_owner: '这套房已由登记的业主绑定',
  wrong_home: '房号填错了',
  other: '其他原因',
}

export const EndReason = z.enum([
  'withdrawn',
  'left_register',
  'sold',
  'divorced',
  'succeeded',
  'replaced',
  'mistaken',
  'ended_by_owner',
  'ended_by_staff',
  'owner_left',
  'expired',
  'account_closed',
])
export type EndReason = z.infer<typeof EndReason>

export const END_NAMES: Readonly<Record<EndReason, string>> = {
  withdrawn: '本人撤回',
  left_register: '名册上已不是这套房的业主',
  sold: '房屋已转让',
  divorced: '离婚分割后不再是业主',
  succeeded: '已由继承人承接',
  replaced: '经核实，由另一个账号绑定',
  mistaken: '核实有误，已更正',
  ended_by_owner: '业主或家人移除',
  ended_by_staff: '工作人员移除',
  owner_left: '本人或添加人已离开这套房',
  expired: '到期',
  account_closed: '账号已注销',
}

/** Reasons an officer may give for ending a binding. */
export const OfficerEndReason = EndReason.extract([
  'sold',
  'divorced',
  'succeeded',
  'mistaken',
  'ended_by_staff',
])

export const EventKind = z.enum([
  'claimed',
  'waiting',
  'code_redeemed',
  'added',
  'contested',
  'document_seen',
  'confirmed',
  'rejected',
  'appealed',
  'ended',
  'reinstated',
  'code_issued',
  'code_cancelled',
  'representative_proposed',
  'representative_consented',
  'representative_effective',
  'representative_revoked',
  'representative_lapsed',
])
export type EventKind = z.infer<typeof EventKind>

export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  claimed: '提交认领，与名册一致',
  waiting: '提交认领，等待核实',
  code_redeemed: '使用验证码',
  added: '成为使用人或代办人',
  contested: '有人同时认领，退回等待核实',
  document_seen: '工作人员看过证件',
  confirmed: '核实通过',
  rejected: '核实未通过',
  appealed: '提出申诉',
  ended: '绑定结束',
  reinstated: '名册更正，绑定恢复',
  code_issued: '发放验证码',
  code_cancelled: '作废验证码',
  representative_proposed: '提名产权代表',
  representative_consented: '同意产权代表',
  representative_effective: '产权代表生效',
  representative_revoked: '撤销产权代表',
  representative_lapsed: '产权人有变动，提名失效',
}

/** How far what was said agrees with the register. */
export const Match = z.enum(['match', 'name_only', 'phone_only', 'none'])
export type Match = z.infer<typeof Match>

/** Who acted without a role of the community: who claims, the register, the calendar. */
export const ActorKind = z.enum(['claimant', 'register', 'calendar'])
export type ActorKind = z.infer<typeof ActorKind>

export const ACTOR_NAMES: Readonly<Record<ActorKind, string>> = {
  claimant: '本人',
  register: '名册更新',
  calendar: '到期',
}
