import type { PauseReason } from '#shared/clocks/clock.ts'
import type { ClockName } from '#shared/clocks/rule.ts'
import type { Level } from './states.ts'

/** As an office is called in a sentence. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  property: '物业',
  street: '街道',
  district: '区县',
}

interface Duty {
  /** Absent where it is whoever the complaint is with. */
  readonly who?: string
  /** What must have been done when the clock ends. */
  readonly act: string
  /** As the clock is called. */
  readonly name: string
}

const DUTIES: Readonly<Record<ClockName, Duty>> = {
  first_reply: { who: '物业', act: '答复', name: '答复' },
  resolve: { who: '物业', act: '办完', name: '办完' },
  street_accept: { who: '街道', act: '受理', name: '街道受理' },
  onsite: { who: '街道', act: '到现场核实', name: '现场核实' },
  street_handling: { who: '街道', act: '办理完', name: '街道办理' },
  joint_meeting: { act: '召开联席会议', name: '联席会议' },
  review: { who: '两名工作人员', act: '完成复核', name: '复核' },
  petition_inform: { who: '信访部门', act: '告知是否受理', name: '信访告知' },
  petition_conclude: { who: '信访部门', act: '办结', name: '信访办结' },
}

/** Who has to do what before the clock ends. */
export const dutyOf = (clock: ClockName, level: Level = 'street') => ({
  act: DUTIES[clock].act,
  who: DUTIES[clock].who ?? LEVEL_NAMES[level],
})

/** `答复`, `街道受理`: before `期限`. */
export const clockTitle = (clock: ClockName | undefined): string =>
  clock === undefined ? '' : DUTIES[clock].name

/** Why nobody can act; to its filer it is said that they are waited for. */
export function pauseWords(reason: PauseReason, mine = false): string {
  switch (reason) {
    case 'waiting_for_resident':
      return mine ? '等您配合' : '等居民配合'
    case 'material_ordered':
      return '等材料到货'
    case 'in_court':
      return '法院正在处理'
  }
}

/** `2 天 3 小时`, `25 分钟`; less than a minute is one. */
export function formatLate(minutes: number): string {
  const whole = Math.max(1, Math.floor(minutes))
  if (whole < 60) return `${whole} 分钟`
  const hours = Math.floor(whole / 60)
  if (hours < 24) return `${hours} 小时`
  const rest = hours % 24
  return `${Math.floor(hours / 24)} 天${rest === 0 ? '' : ` ${rest} 小时`}`
}
