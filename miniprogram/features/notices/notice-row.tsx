import { formatDay, dayOf } from '#shared/kernel/calendar.ts'
import { NOTICE_CATEGORY_NAMES, type NoticeCard } from '#shared/notices/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'

/** A notice in a list: what it is about, when it came, whether it was read. */
export function NoticeRow({ card }: { readonly card: NoticeCard }) {
  const now = useNow()
  const day = formatDay(dayOf(new Date(card.publishedAt)), now)
  const corrected = card.edition > 1 ? '，有更正' : ''
  return (
    <Row
      id={`notice-${card.notice}`}
      title={card.title}
      note={`${NOTICE_CATEGORY_NAMES[card.category]} · ${day}${corrected}`}
      tag={tagOf(card)}
      onPress={() => void go('notice', { notice: card.notice })}
    />
  )
}

function tagOf({ expired, read, pinned }: NoticeCard) {
  if (expired) return <Tag tone="grey">已过期</Tag>
  if (!read) return <Tag tone="amber">未读</Tag>
  return pinned ? <Tag tone="jade">置顶</Tag> : undefined
}
