import { formatArea } from '#shared/kernel/area.ts'
import { addDays, dayOf, formatDay, formatTime, startOfDay } from '#shared/kernel/calendar.ts'
import { escaped } from '#shared/kernel/markup.ts'
import { matterOf } from '#shared/votes/matters.ts'
import type { VoteMode } from '#shared/votes/terms.ts'
import type { RollHead } from '../roll.ts'
import type { FoundVote } from '../stored.ts'

/** Years are always written: a sheet of paper may lie for long. */
const LONG_AGO = new Date(0)

export const onPaper = (at: string | undefined): string =>
  at === undefined ? '' : formatTime(new Date(at), LONG_AGO)

/** Midnight belongs to the day it ends: `12 月 21 日（周一）24:00`, which nobody comes a day late for. */
export function untilOnPaper(at: string | undefined): string {
  if (at === undefined) return ''
  const time = new Date(at)
  const day = dayOf(time)
  return startOfDay(day).getTime() === time.getTime()
    ? `${formatDay(addDays(day, -1), LONG_AGO)}24:00`
    : onPaper(at)
}

/** What an owner holds in their hand is called by what it is. */
export const SHEET_NAMES: Readonly<Record<VoteMode, string>> = {
  advisory: '意向征询票',
  paper_assisted: '业主大会表决票',
  local_electronic: '业主大会表决票',
  official_external: '业主大会表决票',
}

/** Everything pages of one vote have in common. */
export interface PrintedVote {
  readonly communityName: string
  readonly vote: FoundVote
  readonly texts: readonly string[]
  /** Where owners hand in. */
  readonly handIn: string
  readonly modeSentence: string
}

const CLASS_NAMES = { ordinary: '一般事项', special: '特别事项' } as const

/** `《民法典》第二百七十八条第四项…，一般事项`, as the ballot's small print. */
export function matterWords(matter: number): string {
  const found = matterOf(matter)
  return found ? `${escaped(found.name)}（${CLASS_NAMES[found.class]}）` : ''
}

/** `1 人，189.57 ㎡，含 2 套房` */
export const weightWords = ({ units, areaCenti }: Pick<RollHead, 'units' | 'areaCenti'>): string =>
  `1 人，${formatArea(areaCenti)}，含 ${units.length} 套房`

export const addressWords = ({ units }: Pick<RollHead, 'units'>): string =>
  `${escaped(units[0] ?? '')}${units.length > 1 ? ` 等 ${units.length} 套房屋` : ''}的业主`

/** What becomes of a sheet that nobody hands in; the warning as the vote has it, with its clause. */
export function silenceWords({ rules, silence }: FoundVote): string {
  if (!rules || rules.silent === 'NOT_PARTICIPATING' || !silence) {
    return '没有交回的，不算参与表决。'
  }
  return `${escaped(silence.warning)}（依据：${escaped(silence.clause)}）`
}

const NOT_MANY = 12

/** Smaller where there are many: a developer's hundred homes are named as well. */
export const homesList = ({ units }: Pick<RollHead, 'units'>): string =>
  `<span class="homes${units.length > NOT_MANY ? ' many' : ''}">${units.map(escaped).join('、')}</span>`
