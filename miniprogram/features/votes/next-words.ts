import { formatRemaining, formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'

type Clocked = Pick<Vote, 'state' | 'opensAt' | 'closesAt'>

/** What comes next for those who conduct a vote: theirs to do, or by the clock. Nothing once it is over. */
export function nextWords({ state, opensAt, closesAt }: Clocked, now: Date): string | undefined {
  switch (state) {
    case 'draft':
      return '下一步：公示名册'
    case 'roll_published':
      return '名册公示中，等异议期满'
    case 'roll_frozen':
      return '下一步：公告并定投票时间'
    case 'noticed':
      return `${timeOf(opensAt, now)} 自动开始投票`
    case 'open':
      return `${timeOf(closesAt, now)} 自动截止，${remaining(closesAt, now)}`
    case 'closed':
      return '已截止，等计票结果核对'
    case 'counted':
      return '下一步：公布结果'
    case 'result_published':
      return '结果公示中，等异议期满'
    case 'final':
      return '下一步：到街道备案'
    case 'filed':
      return '下一步：登记执行情况'
    case 'executed':
    case 'no_quorum':
    case 'annulled':
    case 'cancelled':
      return undefined
  }
}

const timeOf = (at: string | undefined, now: Date): string =>
  at === undefined ? '' : formatTime(new Date(at), now)

const remaining = (at: string | undefined, now: Date): string =>
  (at === undefined ? undefined : formatRemaining(new Date(at), now)) ?? '马上截止'
