import { formatDue } from '#shared/clocks/words.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { ClockView, Complaint } from '../views.ts'
import { dutyOf, LEVEL_NAMES, pauseWords } from './clock-words.ts'
import { STATES, type ComplaintState } from './states.ts'

type Known = Pick<Complaint, 'state' | 'mine' | 'checked' | 'held'> &
  Partial<Pick<Complaint, 'assisting' | 'clocks' | 'closableAt' | 'mergedInto' | 'level'>>

/** Where no clock runs: who has to act, and what. */
const OTHERWISE: Readonly<Record<ComplaintState, string>> = {
  submitted: '等物业受理。',
  accepted: '物业已受理，正在处理。',
  replied: '物业已回复，正在处理。',
  resolved: '物业说已经办完，等居民确认。',
  disputed: '居民有异议，物业要重新处理。',
  confirmed: '已经办结。',
  routed_street: '已转街道，等街道受理。',
  street_accepted: '街道已受理，接下来到现场核实。',
  onsite_verified: '街道已到现场核实，接下来办理。',
  street_handling: '街道正在办理。',
  street_meeting: '街道正在召集联席会议。',
  district_meeting: '区县正在召集联席会议。',
  review: '正由两名工作人员复核。',
  mediation: '正在调解，期限停止计算，案卷仍可查看。',
  litigation: '已走诉讼途径，期限停止计算，案卷仍可查看。',
  referred: '已转有关部门，由街道跟进结果。',
  closed: '没有得到确认，已按记录的决定结案，不计为满意。',
  not_accepted: '街道不予受理，理由见经过。仍可申请复核、调解或起诉。',
  withdrawn: '提出人已撤回。',
  merged: '已并入更早的一件，一起办理。',
}

/** Who has to do what by when, in one sentence; of several clocks the one that ends first. */
export function whatNext(complaint: Known, now: Date): string {
  const unchecked = ofUnchecked(complaint)
  if (unchecked !== undefined) return unchecked
  if (complaint.state === 'resolved') return ofResolved(complaint, now)
  const first = clockTold(complaint)
  return first ? byClock(first, complaint, now) : otherwise(complaint)
}

/** Nobody but its filer and who looks at what was held knows of it yet. */
function ofUnchecked({ state, checked, mine, assisting = false, held }: Known) {
  if (checked || STATES[state].isClosed) return undefined
  if (!mine && !assisting) {
    return held ? '内容检查拿不准，等社区工作人员查看。放行以后，办理单位才看得到。' : undefined
  }
  return held
    ? '内容需要社区工作人员看一下，看过后转给办理单位。内容没有丢。'
    : '正在检查内容，检查通过后办理单位就能看到。内容没有丢。'
}

/** The clock that the sentence tells: what stands still presses nobody, of several that run the one that ends first. */
export function clockTold(complaint: Known): ClockView | undefined {
  if (ofUnchecked(complaint) !== undefined || complaint.state === 'resolved') return undefined
  return [...(complaint.clocks ?? [])].sort(
    (a, b) =>
      Number(a.pausedFor !== undefined) - Number(b.pausedFor !== undefined) ||
      (a.due < b.due ? -1 : 1),
  )[0]
}

function otherwise({ state, mine, mergedInto }: Known): string {
  if (state === 'withdrawn' && mine) return '您已撤回，不再办理。需要时可以重新提交。'
  if (state === 'merged' && mergedInto !== undefined) {
    return `已并入更早的一件（${formatNumber(mergedInto)}），一起办理。`
  }
  return OTHERWISE[state]
}

function ofResolved({ mine, assisting = false, level, closableAt }: Known, now: Date): string {
  const who = LEVEL_NAMES[level ?? 'property']
  if (assisting) return `${who}说已经办完，等本人确认。代办人不能代替。`
  if (!mine) {
    const isDue = closableAt !== undefined && Date.parse(closableAt) <= now.getTime()
    return `${who}说已经办完，等居民确认。${isDue ? '一直没有答复，社区可以记录后结案。' : ''}`
  }
  const end =
    closableAt === undefined
      ? ''
      : `${formatTime(new Date(closableAt), now)} 起仍未答复的，社区可以记录后结案。`
  return `${who}说已经办完，请您确认。${end}`
}

function byClock(clock: ClockView, { state, level, mine }: Known, now: Date): string {
  const by = formatDue(new Date(clock.due), now)
  const { who, act } = dutyOf(clock.clock, level)
  if (clock.pausedFor !== undefined) {
    // A court is waited for by nobody in particular: it is named itself.
    const waiting = clock.pausedFor === 'in_court' ? '' : `${who}在`
    return `${waiting}${pauseWords(clock.pausedFor, mine)}，期限暂停；原定 ${by}。`
  }
  const reopened = state === 'disputed' ? '居民有异议，' : ''
  const must = `${reopened}${who}须在 ${by} 前${act}`
  const kept = clock.provisional ? '（节假日安排未公布，为暂定时间）' : ''
  if (clock.breached) return `${must}，已经逾期${kept}${consequence(state, true)}`
  return `${must}${kept}${clock.goesUp ? consequence(state, false) : '。'}`
}

const consequence = (state: ComplaintState, isLate: boolean): string => {
  if (STATES[state].owner === 'property') return isLate ? '，即将转街道。' : '，逾期将自动转街道。'
  return isLate ? '，区县可以看到。' : '。'
}
