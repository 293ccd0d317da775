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
      <Text>{sentenceOf(state, time(opensAt), time(closesAt), cancelled?.reason)}</Text>
    </View>
  )
}

function sentenceOf(
  state: Vote['state'],
  opens: string,
  closes: string,
  reason: string | undefined,
): string {
  switch (state) {
    case 'draft':
      return '还是草稿，只有业委会看得到。'
    case 'roll_published':
      return '业主名册正在公示，业主可以提异议。'
    case 'roll_frozen':
      return '名册已经确定，等待公告投票时间。'
    case 'noticed':
      return `${opens} 开始投票，${closes} 截止。`
    case 'open':
      return '正在投票。'
    case 'closed':
      return `投票已在 ${closes} 截止，正在计票。`
    case 'counted':
      return `投票已在 ${closes} 截止，计票已经核对，等待公布。`
    case 'result_published':
      return `投票已在 ${closes} 截止，结果已经公布，业主可以提异议。`
    case 'final':
    case 'filed':
    case 'executed':
      return `投票已在 ${closes} 截止，结果已经确定。`
    case 'no_quorum':
      return `投票已在 ${closes} 截止，参与的业主不够，没有形成决定。`
    case 'annulled':
      return '这次表决的决定已经撤销。'
    case 'cancelled':
      return `已取消：${reason ?? '没有写明原因'}`
  }
}
