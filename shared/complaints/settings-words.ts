import {
  CLOCK_NAMES,
  type ClockName,
  type ClockRule,
  type OfficeHours,
} from '#shared/clocks/rule.ts'
import { formatPeriod } from '#shared/clocks/words.ts'
import { DEFAULT_PERIODS, goesUpByItself } from './settings.ts'

/** The clocks whose periods a community decides. */
export const PERIOD_CLOCKS: readonly ClockName[] = CLOCK_NAMES.filter(
  (clock) => DEFAULT_PERIODS[clock] !== undefined,
)

/** Who has to have done what within it. */
export const PERIOD_TITLES: Readonly<Record<ClockName, string>> = {
  first_reply: '物业首次答复',
  resolve: '物业办完',
  street_accept: '街道受理',
  onsite: '街道到现场核实',
  street_handling: '街道办理完',
  joint_meeting: '召开联席会议',
  review: '完成复核',
  petition_inform: '信访告知',
  petition_conclude: '信访办结',
}

/** When somebody is told beforehand: `到期前 4 小时提醒`. */
export const warningWords = ({ warnings }: Pick<ClockRule, 'warnings'>): string =>
  warnings.length === 0
    ? '不提前提醒'
    : warnings
        .map((one) => (one.kind === 'half' ? '过半时提醒' : `到期前 ${one.hours} 小时提醒`))
        .join('、')

/** What happens once it has run out. */
export function afterWords(
  clock: ClockName,
  { escalatesAfterHours: hours }: Pick<ClockRule, 'escalatesAfterHours'>,
): string {
  if (!goesUpByItself(clock)) return '逾期会记下来，上一级看得到；要上交须先写明结论'
  if (hours === undefined) return '逾期只记下来，不自动转街道'
  return hours === 0 ? '逾期立即自动转街道' : `逾期满 ${hours} 小时自动转街道`
}

/** On what it rests; what no document says is marked so. */
export const basisWords = ({
  confidence,
  source,
}: Pick<ClockRule, 'confidence' | 'source'>): string =>
  confidence === 'ours' ? '默认（文件未规定）' : source

/** All of a period in one breath. */
export const ruleWords = (clock: ClockName, rule: ClockRule): string =>
  `${formatPeriod(rule)}，${warningWords(rule)}，${afterWords(clock, rule)}`

/** `9:00 至 17:30`. */
export const hoursWords = (hours: OfficeHours | undefined): string =>
  hours ? `${timeWords(hours.opens)} 至 ${timeWords(hours.closes)}` : '没有设，一天算到 24:00'

const timeWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** What changing settings does to complaints that are under way. */
export const UNDER_WAY = {
  category: '停用后不能再提交新的；已经提交的照常办理、照常能看，期限不变。',
  period: '改动只用于之后开始计时的；正在计时的期限仍按开始时的规定走完。',
  department: '删除后不能再转给它；已经转过去的仍写着它的名称，照常跟进。',
} as const
