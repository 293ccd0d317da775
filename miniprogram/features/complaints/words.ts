import type { AssistedSide, Complaint, ComplaintState } from '#shared/complaints/contract.ts'
import { whatNext } from '#shared/complaints/rules/what-next.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

export { EVENT_NAMES as EVENT_WORDS } from '#shared/complaints/rules/names.ts'

const STATE_WORDS: Readonly<
  Record<ComplaintState, { readonly word: string; readonly tone: Tone }>
> = {
  submitted: { word: '待受理', tone: 'amber' },
  accepted: { word: '已受理', tone: 'blue' },
  replied: { word: '已回复', tone: 'blue' },
  resolved: { word: '待您确认', tone: 'amber' },
  disputed: { word: '有异议', tone: 'red' },
  confirmed: { word: '已办结', tone: 'jade' },
  routed_street: { word: '待街道受理', tone: 'amber' },
  street_accepted: { word: '街道已受理', tone: 'blue' },
  onsite_verified: { word: '已现场核实', tone: 'blue' },
  street_handling: { word: '街道办理中', tone: 'blue' },
  street_meeting: { word: '街道联席会议', tone: 'blue' },
  district_meeting: { word: '区级联席会议', tone: 'blue' },
  review: { word: '复核中', tone: 'amber' },
  mediation: { word: '调解中', tone: 'blue' },
  litigation: { word: '诉讼中', tone: 'blue' },
  referred: { word: '已转部门', tone: 'blue' },
  closed: { word: '未确认结案', tone: 'grey' },
  not_accepted: { word: '不予受理', tone: 'grey' },
  withdrawn: { word: '已撤回', tone: 'grey' },
  merged: { word: '已合并', tone: 'grey' },
}

/** For who handles it, `待您确认` is the filer's turn. */
export const stateWord = (state: ComplaintState, mine: boolean) =>
  state === 'resolved' && !mine ? { word: '待居民确认', tone: 'blue' as const } : STATE_WORDS[state]

/** Who has to do what by when, in one sentence. */
export const turnOf = (complaint: Complaint, now: Date): string => whatNext(complaint, now)

export const stars = (rating: number): string => `${rating} 分（满分 5 分）`

export const ASSISTED_TITLES: Readonly<Record<AssistedSide, string>> = {
  by_me: '我替人提交的投诉',
  for_me: '代办人替我提交的投诉',
}
