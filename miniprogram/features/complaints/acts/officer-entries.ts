import type { Complaint, ComplaintAct, ComplaintState } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { DeclineForm } from './decline-form.tsx'
import { LitigationForm, MediationForm } from './elsewhere-forms.tsx'
import type { ActEntry } from './entry.ts'
import { MeetingForm } from './meeting-form.tsx'
import { OFFICE_ENTRIES, withFirst } from './office-entries.ts'
import { OnsiteForm } from './onsite-form.tsx'
import { ReferForm } from './refer-form.tsx'
import { ReviewForm } from './review-form.tsx'
import {
  CloseUnansweredForm,
  EscalateForm,
  HandleForm,
  RouteForm,
  TakeBackForm,
} from './words-form.tsx'

/** What community workers, street and district add to every office's acts. */
const OFFICERS: readonly ActEntry[] = [
  {
    act: 'release',
    word: '没有问题，放行',
    tap: (about, sending) => api.complaints.release(about, sending),
  },
  {
    act: 'accept_at_street',
    word: '街道受理',
    note: '受理后一个期限内到现场核实',
    tap: (about, sending) => api.complaints.acceptAtStreet(about, sending),
  },
  {
    act: 'record_onsite',
    word: '记录现场核实',
    note: '谁、什么时候、在哪里、看到什么',
    Form: OnsiteForm,
  },
  { act: 'handle', word: '开始办理', note: '现场核实之后', Form: HandleForm },
  { act: 'record_meeting', word: '记录联席会议决议', note: '回到街道办理', Form: MeetingForm },
  { act: 'review', word: '写复核意见', note: '两名工作人员各写一次', Form: ReviewForm },
  {
    act: 'close_unanswered',
    word: '按未答复结案',
    note: '记为未经确认结案，不算满意',
    Form: CloseUnansweredForm,
  },
  {
    act: 'take_back',
    word: '转回街道接着办',
    note: '调解、诉讼或部门没有解决',
    Form: TakeBackForm,
  },
  { act: 'escalate', word: '上交一级', note: '按已写明的结论，交联席会议', Form: EscalateForm },
  { act: 'refer', word: '转有关部门', note: '按职责分工表', Form: ReferForm },
  { act: 'to_mediation', word: '转调解', note: '期限停止计算', Form: MediationForm },
  { act: 'to_litigation', word: '走诉讼途径', note: '期限停止计算', Form: LitigationForm },
  { act: 'route', word: '转到街道办理', note: '不再由物业办', Form: RouteForm },
  { act: 'decline', word: '不予受理', note: '要写理由，居民可以申请复核', Form: DeclineForm },
]

const acts = new Set(OFFICERS.map(({ act }) => act))
const OFFICER_ENTRIES: readonly ActEntry[] = [
  ...OFFICERS.slice(0, 8),
  ...OFFICE_ENTRIES.filter(({ act }) => !acts.has(act)),
  ...OFFICERS.slice(8),
]

/** What is to be done next where it stands. */
const LIKELIEST: Readonly<Partial<Record<ComplaintState, ComplaintAct>>> = {
  onsite_verified: 'handle',
  street_handling: 'resolve',
  street_meeting: 'record_meeting',
  district_meeting: 'record_meeting',
  mediation: 'take_back',
  litigation: 'take_back',
  referred: 'take_back',
}

/** Everything an officer may be offered, what is likeliest first: held words, then a finding that waits to be acted on. */
export function officerEntries({ state, acts: may }: Pick<Complaint, 'state' | 'acts'>) {
  const urgent = (['release', 'escalate'] as const).find((act) => may.includes(act))
  return withFirst(OFFICER_ENTRIES, urgent ?? LIKELIEST[state])
}
