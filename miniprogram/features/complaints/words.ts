import type {
  AssistedSide,
  Complaint,
  ComplaintEvent,
  ComplaintState,
} from '#shared/complaints/contract.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

const STATE_WORDS: Readonly<
  Record<ComplaintState, { readonly word: string; readonly tone: Tone }>
> = {
  submitted: { word: '待受理', tone: 'amber' },
  accepted: { word: '已受理', tone: 'blue' },
  replied: { word: '已回复', tone: 'blue' },
  resolved: { word: '待您确认', tone: 'amber' },
  disputed: { word: '有异议', tone: 'red' },
  confirmed: { word: '已办结', tone: 'jade' },
}

/** For who handles it, `待您确认` is the filer's turn. */
export const stateWord = (state: ComplaintState, mine: boolean) =>
  state === 'resolved' && !mine ? { word: '待居民确认', tone: 'blue' as const } : STATE_WORDS[state]

export const EVENT_WORDS: Readonly<Record<ComplaintEvent['kind'], string>> = {
  filed: '提交',
  accepted: '受理',
  replied: '回复',
  resolved: '办完',
  disputed: '提出异议',
  confirmed: '确认办结',
}

/** Who has to do what now, in one sentence. */
export function turnOf({ state, mine, assisting = false, checked, held }: Complaint): string {
  if (!checked && (mine || assisting)) {
    return held
      ? '内容需要社区工作人员看一下，看过后转给物业。内容没有丢。'
      : '正在检查内容，检查通过后物业就能看到。内容没有丢。'
  }
  if (state !== 'resolved') return TURNS[state]
  if (assisting) return '物业说已经办完，等本人确认。代办人不能代替。'
  return mine ? '物业说已经办完，请您确认。' : TURNS.resolved
}

const TURNS: Readonly<Record<ComplaintState, string>> = {
  submitted: '等物业受理。',
  accepted: '物业已受理，正在处理。',
  replied: '物业已回复，正在处理。',
  resolved: '物业说已经办完，等居民确认。',
  disputed: '居民有异议，物业要重新处理。',
  confirmed: '已经办结。',
}

export const stars = (rating: number): string => `${rating} 分（满分 5 分）`

export const ASSISTED_TITLES: Readonly<Record<AssistedSide, string>> = {
  by_me: '我替人提交的投诉',
  for_me: '代办人替我提交的投诉',
}
