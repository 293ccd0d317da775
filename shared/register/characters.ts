const FULL_WIDTH = /[\uff01-\uff5e]/g
const WIDE_SPACES = /[\u3000\u00a0\t\r\n]/g
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g

/** Most cells hold none of these: one look instead of three rewritings of every cell. */
const ODD = /[\uff01-\uff5e\u3000\u00a0\t\r\n\u200b-\u200f\u2060\ufeff]/

/** `１８０４` → `1804`: full-width forms, odd spaces and invisible marks become what they stand for. */
export const toHalfWidth = (text: string): string =>
  ODD.test(text)
    ? text
        .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        .replace(WIDE_SPACES, ' ')
        .replace(INVISIBLE, '')
    : text

const NOTHING = new Set(['-', '--', '—', '——', '/', '\\', '无', '暂无', '空'])

/** Trimmed and half-width; a placeholder such as `无` or `—` is nothing. */
export function tidy(text: string): string {
  const tidied = toHalfWidth(text).trim()
  return NOTHING.has(tidied) ? '' : tidied
}

/** Without any space: for words, names of columns and numbers. */
export const compact = (text: string): string => tidy(text).replace(/ /g, '')

const ORDINARY_SIGNED = /^[+-]?\(?\d[\d ()-]*[A-Z]?$/i

/**
 * Whether a spreadsheet might run the text: `=`, `@`, tab or carriage return first,
 * or `+`, `-` before anything but phone or room numbers (`+86 138…`, `-1-003`).
 */
export function looksLikeFormula(raw: string): boolean {
  if (/^[\t\r]/.test(raw)) return true
  const text = toHalfWidth(raw).trim()
  if (/^[=@]/.test(text)) return true
  if (!/^[+-]/.test(text) || tidy(text) === '') return false
  return !text.split(/[、,;/]/).every((part) => ORDINARY_SIGNED.test(part.trim()))
}
