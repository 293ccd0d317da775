import { formatRemaining, formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'

type Clocked = Pick<Vote, 'state' | 'opensAt' | 'closesAt'>

const WORDS: Readonly<Record<Vote['state'], (vote: Clocked, now: Date) => string | undefined>> = {
  draft: () => '下一步：公示名册',
  roll_published: () => '名册公示中，等异议期满',
  roll_frozen: () => '下一步：公告并定投票时间',
  noticed: ({ opensAt }, now) => `${timeOf(opensAt, now)} 自动开始投票`,
  open: ({ closesAt }, now) => `${timeOf(closesAt, now)} 自动截止，${remaining(closesAt, now)}`,
  closed: () => '已截止，计票后由业委会和社区核对',
  counted: () => '下一步：公布结果',
  result_published: () => '结果公示中，等异议期满',
  final: () => '下一步：到街道备案',
  filed: () => '下一步：登记执行情况',
  executed: () => undefined,
  no_quorum: () => undefined,
  annulled: () => undefined,
  cancelled: () => undefined,
}

/** What comes next for those who conduct a vote: theirs to do, or by the clock. Nothing once it is over. */
export const nextWords = (vote: Clocked, now: Date): string | undefined =>
  WORDS[vote.state](vote, now)

const timeOf = (at: string | undefined, now: Date): string =>
  at === undefined ? '' : formatTime(new Date(at), now)

const remaining = (at: string | undefined, now: Date): string =>
  (at === undefined ? undefined : formatRemaining(new Date(at), now)) ?? '马上截止'
