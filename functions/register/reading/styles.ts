import type { Archive } from './archive.ts'
import { parseXml } from './xml.ts'

/** How a workbook shows its numbers as days: which styles do, and the day it counts from. */
export interface DateStyles {
  /** Numbers of the styles (`s` of a cell) that show a date. */
  readonly styles: ReadonlySet<number>
  /** Days from 1904-01-01 instead of 1899-12-30. */
  readonly from1904: boolean
}

export const NO_DATES: DateStyles = { styles: new Set(), from1904: false }

// ECMA-376 part 1, 18.8.30: formats a workbook does not spell out; 27 to 58 as in Chinese.
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** What is quoted, escaped or in brackets is no part of a format: `0.00"日均"`, `[Red]0`, `\d`. */
const spelled = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')

export async function readDateStyles(
  archive: Archive,
  path: string,
  from1904: boolean,
): Promise<DateStyles> {
  const formats = new Map<number, boolean>()
  const styles = new Set<number>()
  let inCells = false
  let at = 0
  await parseXml(archive.text(path), {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), /[yd年日]/i.test(spelled(formatCode)))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(numFmtId)
        if (formats.get(id) ?? BUILT_IN.has(id)) styles.add(at)
        at += 1
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return { styles, from1904 }
}

const DAY_MS = 86_400_000
const DAYS_TO_1970 = { from1900: 25_569, from1904: 24_107 }
/** 9999-12-31, the last day a spreadsheet has. */
const LAST_DAY = 2_958_465

/** `43646` → `2019-06-30`; what is no day stays the number it is. */
export function shownAsDay(text: string, { from1904 }: DateStyles): string {
  const days = Math.floor(Number(text))
  if (text === '' || !(days >= 1 && days <= LAST_DAY)) return text
  const since1970 = days - (from1904 ? DAYS_TO_1970.from1904 : DAYS_TO_1970.from1900)
  return new Date(since1970 * DAY_MS).toISOString().slice(0, 10)
}
