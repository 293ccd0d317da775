import * as z from './zod.ts'

// A lone surrogate cannot be stored as UTF-8; control characters and bidi overrides can disguise what is read.
// Plain direction marks (U+200E, U+200F) and emoji are ordinary text.
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

export const isPlainText = (text: string): boolean =>
  !LONE_SURROGATE.test(text) && !FORBIDDEN.test(text)

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

/** Of trimmed text, in code points, without making a list of them. */
export const lengthOf = (typed: string): number => {
  const text = typed.trim()
  return text.length - (text.match(PAIR)?.length ?? 0)
}

/** Text a person typed: trimmed, `min` to `max` characters (code points, so an emoji counts once or few). */
export const text = (min: number, max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .refine((typed) => {
      const length = lengthOf(typed)
      return length >= min && length <= max
    }, `${min}–${max} 个字`)
    .refine(isPlainText, '含有无法显示的字符')
