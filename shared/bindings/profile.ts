import type { Role } from '#shared/kernel/permissions.ts'
import type { CodeFor, EndReason, EvidenceKind, Ground, Match } from './terms.ts'

/** Where a value comes from. `J` is our judgment: no rule was found that says it. */
interface Sourced<T> {
  readonly value: T
  readonly source: string
  readonly confidence: 'V' | 'K' | 'J'
}

const judged = <T>(value: T, source: string): Sourced<T> => ({ value, source, confidence: 'J' })

type Evidences = readonly EvidenceKind[]

/** What the rules of binding read: numbers and lists only, so that a place can have its own. */
export interface BindingProfile {
  readonly id: string
  readonly version: number
  /** Days until a paper code or an invitation is void. */
  readonly codeDays: Sourced<number>
  /** Wrong codes a person may enter for one home in a day, and everybody together. */
  readonly triesOfPerson: Sourced<number>
  readonly triesOfHome: Sourced<number>
  readonly mayIssue: Sourced<Readonly<Record<CodeFor, readonly Role[]>>>
  readonly mayConfirm: Sourced<readonly Role[]>
  readonly mayDecideAppeals: Sourced<readonly Role[]>
  readonly maySeeDocuments: Sourced<readonly Role[]>
  /** Days after a rejection in which it can be appealed. */
  readonly appealDays: Sourced<number>
  /** Days in which an officer should have looked at a claim: said to the claimant, nothing follows of itself. */
  readonly answerDays: Sourced<number>
  /** Days after a final rejection, or after so many rejections, before the home can be claimed again. */
  readonly reclaimDays: Sourced<number>
  readonly rejectionsBeforePause: Sourced<number>
  /** Claims without a match that may wait for one home at a time. */
  readonly waitingOfHome: Sourced<number>
  readonly usersOfHome: Sourced<number>
  readonly codesOfHome: Sourced<number>
  /** Days a helper acts where nobody said until when, and at most. */
  readonly helperDays: Sourced<number>
  readonly helperDaysAtMost: Sourced<number>
  /** What shows the office that somebody without a phone wants this helper. */
  readonly evidenceForHelper: Sourced<Evidences>
  /** What shows that somebody is the owner the register names, by how far the claim agrees with it. */
  readonly evidenceFor: Sourced<Readonly<Record<Match, Evidences>>>
  /** What makes somebody owner in the place of the one the register still names. */
  readonly succession: Sourced<Partial<Readonly<Record<Ground, Evidences>>>>
  readonly evidenceForEnd: Sourced<Partial<Readonly<Record<EndReason, Evidences>>>>
}

const SEEN: Evidences = ['identity_document', 'property_certificate', 'purchase_contract']

export const BINDING_RULES: BindingProfile = {
  id: 'national',
  version: 2,
  codeDays: judged(14, '两周内能走一趟物业或社区'),
  triesOfPerson: judged(5, '抄错两三次仍能用，猜不中'),
  triesOfHome: judged(20, '一户内多人各自抄错也够用'),
  mayIssue: judged(
    {
      owner: ['property', 'manager', 'committee', 'interim', 'community'],
      tenant: ['property', 'manager', 'committee', 'interim', 'community'],
      family: ['property', 'manager', 'committee', 'interim', 'community'],
      helper: ['community'],
    },
    '代办须由业主本人或社区记录，物业是被投诉的一方',
  ),
  // 274 号 art. 24: the committee keeps the roll of owners; the community office stands by it.
  mayConfirm: {
    value: ['committee', 'interim', 'community'],
    source: '业主大会和业主委员会指导规则（建房〔2009〕274号）',
    confidence: 'K',
  },
  mayDecideAppeals: judged(['community'], '核实的人不裁决自己的决定，由居委会终定'),
  maySeeDocuments: judged(['community'], '证件只给社区工作者看，不拍照'),
  appealDays: judged(30, '与结果异议的常见期限相近'),
  answerDays: judged(3, '工作日内核对一次名册'),
  reclaimDays: judged(30, '防止反复提交'),
  rejectionsBeforePause: judged(3, '填错两次仍能改正'),
  waitingOfHome: judged(10, '一套房的共有人很少超过此数'),
  usersOfHome: judged(20, '合租加家人'),
  codesOfHome: judged(10, '同时有效的验证码'),
  helperDays: judged(90, '一个季度确认一次，忘了解除也会自己结束'),
  helperDaysAtMost: judged(366, '每年重新确认一次'),
  evidenceForHelper: judged(['written_consent', 'in_person'], '老人不用手机，看书面同意或听本人说'),
  evidenceFor: judged(
    {
      match: ['register_match', 'paper_code', 'in_person', ...SEEN],
      name_only: ['paper_code', 'in_person', ...SEEN],
      phone_only: SEEN,
      none: SEEN,
    },
    '姓名手机号都一致可直接核对，否则要看材料',
  ),
  // 民法典 §229 (judgment), §230 (inheritance): ownership passes before the register shows it; 解释(法释〔2009〕7 号) art. 1 ¶2 (a buyer in possession).
  succession: {
    value: {
      heir: ['inheritance_notarised', 'court_judgment', 'property_certificate'],
      divorce: ['court_judgment', 'property_certificate'],
      bought: ['property_certificate', 'purchase_contract'],
      other: ['court_judgment', 'property_certificate'],
    },
    source: '民法典 §229–231；法释〔2009〕7号 art. 1',
    confidence: 'V',
  },
  evidenceForEnd: judged(
    {
      sold: ['property_certificate', 'purchase_contract', 'court_judgment', 'in_person'],
      divorced: ['court_judgment', 'divorce_agreement', 'property_certificate'],
      succeeded: ['inheritance_notarised', 'court_judgment', 'property_certificate'],
      mistaken: ['register_match', 'in_person', 'court_judgment', ...SEEN],
      ended_by_staff: ['written_consent', 'court_judgment', 'in_person'],
    },
    '结束一项绑定同样要有依据',
  ),
}
