import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { dueWords } from '../street-desk/area-words.ts'

/** Candidates of one community and category: they are dealt with together. */
export interface Item {
  readonly title: string
  readonly cards: readonly AreaCard[]
}

/** By community, then category; within them by when they were filed. */
export function itemsOf(cards: readonly AreaCard[]): readonly Item[] {
  const items = new Map<string, AreaCard[]>()
  for (const card of cards) {
    const title = `${card.communityName}：${CATEGORY_NAMES[card.category]}`
    items.set(title, [...(items.get(title) ?? []), card])
  }
  return [...items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, held]) => ({ title, cards: held }))
}

/** The agenda as it is sent to whoever comes: what, where, how far; nobody's name. */
export function agendaText(place: string, cards: readonly AreaCard[], now: Date): string {
  const lines = itemsOf(cards).flatMap(({ title, cards: held }, n) => [
    `${n + 1}. ${title}（${held.length} 件）`,
    ...held.map((card) => `   ${lineOf(card, now)}`),
  ])
  return [`${place}联席会议议程`, `${formatDay(dayOf(now), now)}整理`, '', ...lines].join('\n')
}

/** Without what ends its last sentence: ours goes on. */
const unended = (words: string): string => words.replace(/[。！？!?.，,；;…]+$/, '')

function lineOf(card: AreaCard, now: Date): string {
  const { number, summary, building, cosigns = 0 } = card
  const where = building === undefined ? '' : `${building}，`
  const joined = cosigns === 0 ? '' : `，另有 ${cosigns} 户也有同样问题`
  return `· ${formatNumber(number)} ${where}${unended(summary)}${joined}。${dueWords(card, now)}`
}
