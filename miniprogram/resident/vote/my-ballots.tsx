import { Text } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { MyHead, VoteItem } from '#shared/votes/contract.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'

interface MyBallotsProps {
  readonly heads: readonly MyHead[]
  readonly items: readonly VoteItem[]
}

/** What the person cast, shown to nobody else; or why nothing can be cast for a home. */
export function MyBallots({ heads, items }: MyBallotsProps) {
  const now = useNow()
  const titleOf = (item: number) => items.find((one) => one.item === item)?.title ?? ''
  return (
    <>
      {heads.map((head) => {
        const { ballot, blocked } = head
        if (!ballot && !blocked) return null
        return (
          <Card
            key={head.head}
            title={ballot ? '我的选票' : '这套房现在不能投'}
            aside={ballot && <Tag tone="jade">已收到</Tag>}
          >
            <Text>{weightOf(head)}</Text>
            {blocked && <Text>{blocked.detail}</Text>}
            {ballot?.choices.map(({ item, choice }) => (
              <Row key={item} title={`${item}. ${titleOf(item)}`} value={CHOICE_NAMES[choice]} />
            ))}
            {ballot && (
              <Text>{`${formatTime(new Date(ballot.at), now)} 投出，只有您自己看得到。`}</Text>
            )}
          </Card>
        )
      })}
    </>
  )
}
