import { addDays } from '#shared/kernel/calendar.ts'
import { Day } from '#shared/kernel/route.ts'
import { weekdayOf } from './table-words.ts'

/** What a pasted notice says, and what of it could not be understood. */
export interface NoticeDays {
  readonly off: readonly string[]
  readonly worked: readonly string[]
  /** In plain words, one each. */
  readonly problems: readonly string[]
}

// `10月1日（周四）`, `2026年12月31日`, `2月15日（农历腊月二十八、周日）`; after a range's first day also `7日（周三）`.
const DATE = /(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日\s*(?:[（(]([^）)]*)[）)])?/
const RANGE = new RegExp(`${DATE.source}(?:\\s*(?:至|到|—|-|～|~)\\s*${DATE.source})?`, 'g')
const LONGEST = 15

/** What matched, and each of its eight groups. */
type Range = readonly (string | undefined)[]

interface Dated {
  readonly day: string
  readonly month: number
}

/**
 * Reads the sentences of a notice of the State Council for a year: `…放假` are days off, `…上班` are days worked.
 * A weekday in brackets that is not the day's own gives away the notice of another year.
 */
export function daysOfNotice(text: string, year: number): NoticeDays {
  const sentences = text.split(/[。；;\n]/).filter((one) => /\d\s*日/.test(one))
  const found = sentences.map((sentence) => readSentence(sentence, year))
  const pick = (kind: 'off' | 'worked'): readonly string[] =>
    [...new Set(found.flatMap((one) => (one.kind === kind ? one.days : [])))].sort()
  return {
    off: pick('off'),
    worked: pick('worked'),
    problems: [...new Set(found.flatMap(({ problems }) => problems))],
  }
}

interface ReadSentence {
  readonly kind: 'off' | 'worked' | 'neither'
  readonly days: readonly string[]
  readonly problems: readonly string[]
}

function readSentence(sentence: string, year: number): ReadSentence {
  const kind = kindOf(sentence)
  const short = sentence.trim().slice(0, 24)
  if (kind === 'neither') {
    return { kind, days: [], problems: [`“${short}”没有说是放假还是上班，请写明。`] }
  }
  const ranges = rangesIn(sentence).map((range) => readRange(range, year))
  return {
    kind,
    days: ranges.flatMap(({ days }) => days),
    problems: ranges.flatMap(({ problems }) => problems),
  }
}

/** WeChat's older engines have no `matchAll`. */
function rangesIn(sentence: string): Range[] {
  const found: Range[] = []
  sentence.replace(RANGE, (...range: Range) => {
    found.push(range)
    return ''
  })
  return found
}

function kindOf(sentence: string): ReadSentence['kind'] {
  if (sentence.includes('上班')) return 'worked'
  return /放假|休息|补休/.test(sentence) ? 'off' : 'neither'
}

function readRange(range: Range, year: number): Omit<ReadSentence, 'kind'> {
  const [all = '', y1, m1, d1, w1, y2, m2, d2, w2] = range
  const first = dated([y1, m1, d1], { year, month: undefined })
  if (!first) return { days: [], problems: [`“${all}”不是一个日期，请改正。`] }
  const last = d2 === undefined ? first : dated([y2, m2, d2], lastFrom(first, year))
  if (!last) return { days: [], problems: [`“${all}”不是一个日期，请改正。`] }
  const problems = [...weekdayProblem(first.day, w1), ...weekdayProblem(last.day, w2)]
  const days: string[] = []
  for (let day = first.day; day <= last.day && days.length < LONGEST; day = addDays(day, 1)) {
    days.push(day)
  }
  return days[days.length - 1] === last.day
    ? { days, problems }
    : { days: [], problems: [`“${all}”从哪天到哪天不对，请改正。`] }
}

/** A range's end is in its first day's month, and in its year unless December ends in January. */
const lastFrom = ({ day, month }: Dated, year: number) => ({
  year: Math.max(Number(day.slice(0, 4)), month === 12 ? 0 : year),
  month,
})

type Written = readonly [string | undefined, string | undefined, string | undefined]

function dated(
  [y, m, d]: Written,
  from: { readonly year: number; readonly month: number | undefined },
): Dated | undefined {
  const month = m === undefined ? from.month : Number(m)
  if (month === undefined || d === undefined) return undefined
  const year = y === undefined ? from.year : Number(y)
  const two = (n: number | string): string => String(n).padStart(2, '0')
  const day = Day.safeParse(`${year}-${two(month)}-${two(d)}`)
  return day.success ? { day: day.data, month } : undefined
}

function weekdayProblem(day: string, brackets: string | undefined): readonly string[] {
  const said = /周[一二三四五六日]/.exec(brackets ?? '')?.[0]
  if (said === undefined || said === weekdayOf(day)) return []
  const [, month, date] = day.split('-').map(Number)
  return [
    `${month} 月 ${date} 日是${weekdayOf(day)}，通知里写的是${said}，请核对是不是这一年的通知。`,
  ]
}
