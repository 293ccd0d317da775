import { formatArea } from '#shared/kernel/area.ts'
import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Sum } from '../counting/sum.ts'
import { tallyOf, type Tally } from '../counting/tally.ts'
import type { MatterClass, VoteMode } from '../terms.ts'
import { MODE_NAMES, VERDICT_NAMES } from '../words.ts'
import type {
  Both,
  OfficialDifference,
  OfficialFigures,
  OfficialItem,
  OfficialVerdict,
} from './official.ts'

/** A vote in the government's system says in which; every other vote says nothing of one. */
export function namesItsSystem(
  mode: VoteMode,
  system: object | undefined,
): Decision<true, 'votes.official_system_needed' | 'votes.official_system_not_here'> {
  if (mode === 'official_external') {
    return system ? accept(true) : refuse('votes.official_system_needed')
  }
  return system
    ? refuse('votes.official_system_not_here', { mode: MODE_NAMES[mode] })
    : accept(true)
}

interface Recorded {
  readonly mode: VoteMode
  readonly items: number
  readonly roll: Sum
  readonly closesAt: string
}

type NotSo =
  | 'votes.official_only'
  | 'votes.item_unknown'
  | 'votes.item_twice'
  | 'votes.official_item_missing'
  | 'votes.official_sum'
  | 'votes.official_too_many'
  | 'votes.official_axes'
  | 'votes.official_total_unexplained'
  | 'votes.official_day'

/** Whether the official figures can be what they say they are; in the order of the items. */
export function canBeRecorded(
  figures: OfficialFigures,
  { mode, items, roll, closesAt }: Recorded,
  now: Date,
): Decision<readonly OfficialItem[], NotSo> {
  if (mode !== 'official_external') {
    return refuse('votes.official_only', { mode: MODE_NAMES[mode] })
  }
  const closed = dayOf(new Date(closesAt))
  if (figures.day < closed || figures.day > dayOf(now)) {
    return refuse('votes.official_day', { closes: formatDay(closed, now) })
  }
  const sorted = everyItemOnce(figures.items, items)
  if (!sorted.ok) return sorted
  for (const item of sorted.value) {
    const sound = addsUp(item, figures.total)
    if (!sound.ok) return sound
  }
  return isExplained(figures, roll) ?? sorted
}

function everyItemOnce(
  given: readonly OfficialItem[],
  items: number,
): Decision<
  readonly OfficialItem[],
  'votes.item_unknown' | 'votes.item_twice' | 'votes.official_item_missing'
> {
  const byNumber = new Map<number, OfficialItem>()
  for (const item of given) {
    if (item.item > items) return refuse('votes.item_unknown', { item: item.item })
    if (byNumber.has(item.item)) return refuse('votes.item_twice', { item: item.item })
    byNumber.set(item.item, item)
  }
  const sorted: OfficialItem[] = []
  for (let item = 1; item <= items; item += 1) {
    const found = byNumber.get(item)
    if (!found) return refuse('votes.official_item_missing', { item })
    sorted.push(found)
  }
  return accept(sorted)
}

const AXES = [
  { axis: 'heads', name: '人数', say: (value: number) => `${value} 人` },
  { axis: 'areaCenti', name: '面积', say: formatArea },
] as const

const PARTS = [
  ['participating', '参与'],
  ['for', '同意'],
  ['against', '反对'],
  ['abstain', '弃权'],
] as const

/** A head has area and area has a head; parts make up the whole; nobody takes part who is not there. */
function addsUp(
  item: OfficialItem,
  total: Both,
): Decision<true, 'votes.official_sum' | 'votes.official_too_many' | 'votes.official_axes'> {
  const number = item.item
  for (const [part, what] of PARTS) {
    if ((item[part].heads === 0) !== (item[part].areaCenti === 0)) {
      return refuse('votes.official_axes', { item: number, what })
    }
  }
  for (const { axis, name, say } of AXES) {
    const sum = item.for[axis] + item.against[axis] + item.abstain[axis]
    const participating = item.participating[axis]
    if (sum !== participating) {
      const figures = { sum: say(sum), participating: say(participating) }
      return refuse('votes.official_sum', { item: number, axis: name, ...figures })
    }
    if (participating > total[axis]) {
      return refuse('votes.official_too_many', { item: number, axis: name })
    }
  }
  return accept(true)
}

const isSame = (a: Sum, b: Sum): boolean => a.heads === b.heads && a.areaCenti === b.areaCenti

function isExplained({ total, explanation }: OfficialFigures, roll: Sum) {
  if (isSame(total, roll) || explanation !== undefined) return undefined
  return refuse('votes.official_total_unexplained', {
    ...{ heads: total.heads, area: formatArea(total.areaCenti) },
    ...{ rollHeads: roll.heads, rollArea: formatArea(roll.areaCenti) },
  })
}

/** The law's double test on the official figures: what they amount to, whatever verdict they came with. */
export const tallyOfOfficial = (item: OfficialItem, total: Both, itemClass: MatterClass): Tally =>
  tallyOf(total, { for: item.for, against: item.against, abstain: item.abstain }, itemClass)

/** What is said before the result where it is not beyond doubt. */
export function differencesIn(
  { total, explanation = '' }: Pick<OfficialFigures, 'total' | 'explanation'>,
  verdicts: readonly { readonly official: OfficialVerdict; readonly ours: OfficialVerdict }[],
  roll: Sum,
): OfficialDifference[] {
  const ofItems = verdicts.flatMap(({ official, ours }, place) =>
    official === ours
      ? []
      : [
          {
            item: place + 1,
            sentence: `第 ${place + 1} 项：政府平台的结论是“${VERDICT_NAMES[official]}”，按《民法典》第二百七十八条用它公布的数字计算是“${VERDICT_NAMES[ours]}”。两者不同，请先向平台核实。`,
          },
        ],
  )
  if (isSame(total, roll)) return ofItems
  const sentence = `政府平台的全体业主是 ${total.heads} 人、${formatArea(total.areaCenti)}，本小区冻结的名册是 ${roll.heads} 人、${formatArea(roll.areaCenti)}。说明：${explanation}`
  return [...ofItems, { sentence }]
}
