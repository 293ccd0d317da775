import { Text, View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { ClockLine } from '#miniprogram/platform/ui/clock-line.tsx'

type Clocked = Pick<Vote, 'state' | 'opensAt' | 'closesAt' | 'cancelled'>

/** What happens next with the vote, and when. */
export function VoteClock({ vote }: { readonly vote: Clocked }) {
  const now = useNow()
  const { state, opensAt, closesAt, cancelled } = vote
  const time = (at: string | undefined) => (at === undefined ? '' : formatTime(new Date(at), now))
  if (state === 'open' && closesAt !== undefined) {
    return <ClockLine who="业主" act="投票" by={closesAt} otherwise="没有投票的不算参与" />
  }
  return (
    <View>
      <Text>{SENTENCES[state](time(opensAt), time(closesAt), cancelled?.reason)}</Text>
    </View>
  )
}

type Sentence = (opens: string, closes: string, reason: string | undefined) => string

const isSure: Sentence = (_, closes) => `投票已在 ${closes} 截止，结果已经确定。`

const SENTENCES: Readonly<Record<Vote['state'], Sentence>> = {
  draft: () => '还是草稿，只有业委会看得到。',
  roll_published: () => '业主名册正在公示，业主可以提异议。',
  roll_frozen: () => '业主名册已经确定，等业委会公告投票时间。',
  noticed: (opens, closes) => `${opens} 开始投票，${closes} 截止。`,
  open: () => '正在投票。',
  closed: (_, closes) => `投票已在 ${closes} 截止，正在计票。`,
  counted: (_, closes) => `投票已在 ${closes} 截止，计票已经核对，等待公布。`,
  result_published: (_, closes) => `投票已在 ${closes} 截止，结果已经公布，业主可以提异议。`,
  final: isSure,
  filed: isSure,
  executed: isSure,
  no_quorum: (_, closes) => `投票已在 ${closes} 截止，参与的业主不够，没有形成决定。`,
  annulled: () => '这次表决的决定已经撤销。',
  cancelled: (_, __, reason) => `已取消：${reason ?? '没有写明原因'}`,
}
