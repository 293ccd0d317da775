import type { RegisterBuilding, RegisterUnit } from './register.ts'

interface Row {
  readonly unit: RegisterUnit
  /** The building as the row writes it: `1栋`, `1`, or nothing. */
  readonly written: string
}

const NUMBER = /^[0-9A-Z]+/i
const USUAL_WORD = '栋'

/** `1幢` → `幢`; of a building without number nothing but its name is known. */
const wordIn = (written: string): string =>
  NUMBER.test(written) ? written.replace(NUMBER, '') : ''

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** One register writes `1栋`, `1幢` and `1`: a building goes by the word common to all where its rows use it too. */
function nameOf(building: string, words: readonly string[], common: string): string {
  if (!NUMBER.test(building)) return building
  return building + (words.includes(common) ? common : (mostFrequent(words) ?? common))
}

const commonWord = (words: readonly string[]): string =>
  words.includes(USUAL_WORD) ? USUAL_WORD : (mostFrequent(words) ?? USUAL_WORD)

/** Buildings with homes or shops, in the order of the register. */
export function buildingsOf(rows: readonly Row[]): readonly RegisterBuilding[] {
  const words = new Map<string, string[]>()
  for (const { unit, written } of rows) {
    if (unit.kind === 'parking') continue
    const held = words.get(unit.building)
    if (held) held.push(wordIn(written))
    else words.set(unit.building, [wordIn(written)])
  }
  const common = commonWord([...words.values()].flat())
  return [...words].map(([building, own]) => ({
    building,
    name: nameOf(building, own, common),
    units: own.length,
  }))
}
