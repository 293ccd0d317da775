import { isSameBuilding } from './place.ts'

/** What is compared: nothing of persons. */
export interface Comparable {
  readonly category: string
  readonly building?: string | undefined
  readonly text: string
}

export interface Likeness {
  /** 0 to 100. */
  readonly score: number
  /** Words both have, from the asker's own text: nothing is told that was not typed. */
  readonly words: readonly string[]
}

/** Below this two are not said to be alike. */
const ALIKE = 40

const WORTH = { category: 25, building: 25, words: 50 } as const

/** Runs of Chinese characters, or of letters and digits. */
const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu
const HAN = /\p{Script=Han}/u

/** Pairs that stand in nearly every complaint and say nothing. */
const COMMON: ReadonlySet<string> = new Set(
  '请尽 尽快 快处 处理 物业 小区 已经 没有 有人 人管 一个 我们 业主 希望 问题 这个 现在 每天 多次 反映'.split(
    ' ',
  ),
)

/**
 * Chinese is written without spaces: pairs of neighbouring characters find words without a dictionary.
 * Latin words and numbers count whole, in lower case; a single character is its own pair.
 */
function bigrams(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const run of text.toLowerCase().match(RUNS) ?? []) {
    const letters = Array.from(run)
    if (!HAN.test(run) || letters.length === 1) found.add(run)
    else letters.slice(1).forEach((letter, i) => found.add(`${letters[i] ?? ''}${letter}`))
  }
  return new Set([...found].filter((pair) => !COMMON.has(pair)))
}

/** How alike two complaints are: by kind, by building, and by the pairs they share of the shorter one's. */
function likeness(mine: Comparable, other: Comparable): Likeness {
  const [own, theirs] = [bigrams(mine.text), bigrams(other.text)]
  const words = [...own].filter((pair) => theirs.has(pair))
  const least = Math.min(own.size, theirs.size)
  const score =
    (mine.category === other.category ? WORTH.category : 0) +
    (isSameBuilding(mine.building, other.building) ? WORTH.building : 0) +
    (least === 0 ? 0 : Math.floor((WORTH.words * words.length) / least))
  return { score, words }
}

/** Those alike, the likest first; of equals the one filed earlier. None without a shared word. */
export function mostAlike<T extends Comparable & { readonly filedAt: string }>(
  mine: Comparable,
  others: readonly T[],
  most: number,
): readonly (T & Likeness)[] {
  return others
    .map((other) => ({ ...other, ...likeness(mine, other) }))
    .filter(({ score, words }) => score >= ALIKE && words.length > 0)
    .sort((a, b) => b.score - a.score || (a.filedAt < b.filedAt ? -1 : 1))
    .slice(0, most)
}
