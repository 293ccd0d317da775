import { compact } from './characters.ts'

// A register keeps no dates of its own, but its cells hold them: `2019年6月30日交房`, a room `3-12` that a spreadsheet
// took for a day. Which it is must be known before a cell is read as anything else.

const YEAR = '(?:19|20)\\d\\d'
const MONTH = '(?:1[0-2]|0?[1-9])'
const DAY = '(?:3[01]|[12]\\d|0?[1-9])'
const WEEKDAY = '(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?'
const TIME = '(?:T?\\d{1,2}[:时点]\\d{1,2}分?(?::?\\d{1,2}秒?)?(?:\\.\\d+)?Z?)?'
const NAMES = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec'

const SHAPES = [
  // 2019-06-30, 2019/6/30, 2019.6.30, 2019年6月30日
  `${YEAR}[-/.年]${MONTH}[-/.月]${DAY}[日号]?${WEEKDAY}${TIME}`,
  // 20190630
  `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
  // 2019年6月; 2019-06 may be a room
  `${YEAR}年${MONTH}月(?:份|底|初)?`,
  // 6月30日
  `${MONTH}月${DAY}[日号]`,
  // 30-Jun-2019, Jun-30, 30-Jun
  `${DAY}[-/.](?:${NAMES})[a-z]*[-/.]?(?:(?:${YEAR})|\\d\\d)?`,
  `(?:${NAMES})[a-z]*[-/.]${DAY}`,
]
const DATE = new RegExp(`^(?:${SHAPES.join('|')})$`, 'i')
const WITHIN = new RegExp(`(?:${SHAPES.slice(0, 4).join('|')})`, 'gi')

/** Whether a cell is a date and nothing else, in any of the shapes that people and spreadsheets write. */
export const isDate = (text: string): boolean => DATE.test(compact(text))

/** `2019年6月30日交房` → `交房`. */
export const withoutDates = (text: string): string =>
  compact(text)
    .replace(WITHIN, '')
    .replace(/^[于，,;；:：、]+|[于，,;；:：、]+$/g, '')
