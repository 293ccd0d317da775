import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'
import { unreadWord, useUnread } from './use-unread.ts'

/** The way to the inbox, with what waits there. */
export function MyMessages() {
  const unread = useUnread()
  const waits = unread !== undefined && unread.unread > 0
  return (
    <Card>
      <Row
        id="my-messages"
        title="消息"
        note="您等的事有了进展，都在这里"
        tag={waits && <Tag tone="blue">{`${unreadWord(unread)} 条未读`}</Tag>}
        onPress={() => void go('inbox')}
      />
    </Card>
  )
}
