import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { NextStep } from '../contract.ts'
import type { VoteMode } from '../terms.ts'
import { MODE_NAMES } from '../words.ts'
import { settledFrom, stateAt, type Life } from './life.ts'
import type { NamedRules } from './modes.ts'
import { earliestOpeningDay } from './notice.ts'

interface Conducted extends Life {
  readonly mode: VoteMode
  /** Whether the community's register is there to freeze a roll from. */
  readonly hasRegister: boolean
}

/** What comes next for a vote, what is still missing for it, and from when on it can happen. */
export function nextStep(
  vote: Conducted,
  rules: NamedRules & { readonly noticeDays: number },
  now: Date,
): NextStep {
  const { opensAt, closesAt } = vote
  switch (stateAt(vote, now)) {
    case 'draft':
      return { act: 'freeze_roll', missing: missingInDraft(vote, rules) }
    case 'roll_frozen': {
      const day = formatDay(earliestOpeningDay(now, rules.noticeDays), now)
      const notice = `还没有发出表决公告。公告至少 ${rules.noticeDays} 天后才能投票：今天公告，最早 ${day}开始`
      return { act: 'give_notice', missing: [notice] }
    }
    case 'noticed':
      return {
        act: 'wait_for_opening',
        possibleAt: opensAt,
        missing: [`公告期未满，${timeOf(opensAt)} 开始投票`],
      }
    case 'open':
      return {
        act: 'wait_for_close',
        possibleAt: closesAt,
        missing: [`投票还在进行，${timeOf(closesAt)} 截止`],
      }
    case 'closed': {
      const from = settledFrom(vote)?.toISOString()
      return { act: 'wait_for_count', possibleAt: from, missing: ['已截止，正在计票'] }
    }
    case 'counted':
    case 'cancelled':
      return { act: 'none', missing: [] }
  }
  function timeOf(instant: string | undefined): string {
    return instant === undefined ? '' : formatTime(new Date(instant), now)
  }
}

function missingInDraft({ mode, hasRegister }: Conducted, { modes, name }: NamedRules): string[] {
  const isAllowed = modes.includes(mode)
  return [
    ...(isAllowed ? [] : [`“${name}”不允许用“${MODE_NAMES[mode]}”，请改用其他方式`]),
    ...(hasRegister ? [] : ['还没有导入房屋名册，导入后才能冻结业主名册']),
  ]
}
