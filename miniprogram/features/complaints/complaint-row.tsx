import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'
import { stateWord } from './words.ts'

interface ComplaintRowProps {
  readonly card: ComplaintCard
  /** From the filer's side; otherwise from the side of who handles it. */
  readonly mine: boolean
}

export function ComplaintRow({ card, mine }: ComplaintRowProps) {
  const now = useNow()
  const { word, tone } = stateWord(card.state, mine)
  const when = mine
    ? `${formatTime(new Date(card.changedAt), now)} 有变化`
    : formatTime(new Date(card.filedAt), now)
  return (
    <Row
      id={`complaint-${card.number}`}
      title={card.summary}
      note={`${CATEGORY_NAMES[card.category]} · ${card.place} · ${when}`}
      tag={<Tag tone={card.held ? 'grey' : tone}>{card.held ? '待社区查看' : word}</Tag>}
      onPress={() => void go(mine ? 'complaint' : 'handle', { number: card.number })}
    />
  )
}
