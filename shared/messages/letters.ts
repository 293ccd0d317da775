// What belongs to the character before it: combining marks, variation selectors, the keycap, skin tones, tags of flags.
const EXTENDS = /^[\p{M}\u200d\ufe00-\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]$/u
const JOINER = '\u200d'
/** Half of a flag. */
const REGION = /^[\u{1f1e6}-\u{1f1ff}]$/u

/** The characters of a text as a person counts them: a family, a flag or a letter with its accent is one. */
export function lettersOf(text: string): readonly string[] {
  const letters: string[] = []
  for (const point of Array.from(text)) {
    const last = letters[letters.length - 1]
    if (last !== undefined && belongs(point, last)) letters[letters.length - 1] = last + point
    else letters.push(point)
  }
  return letters
}

const belongs = (point: string, last: string): boolean =>
  EXTENDS.test(point) || last.endsWith(JOINER) || (REGION.test(point) && REGION.test(last))

/**
 * At most `most` units of UTF-16, with an ellipsis where something was left out, and no character in halves.
 * Units, because nobody knows how the receiver counts: no other count of the same text is larger.
 */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const letter of lettersOf(text)) {
    if (kept.length + letter.length > most - 1) break
    kept += letter
  }
  return `${kept}…`
}
