import { dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Message } from '#shared/messages/contract.ts'
import { messagesApi } from '#miniprogram/features/messages/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { openMessage } from './open-message.ts'

interface MessageListProps {
  /** Latest first, at least one. */
  readonly messages: readonly Message[]
  readonly onRead: () => Promise<void>
}

/** Day by day; a message opens what it is about. */
export function MessageList({ messages, onRead }: MessageListProps) {
  const now = useNow()
  const days = [...new Set(messages.map(({ arrivedAt }) => dayOf(new Date(arrivedAt))))]
  return (
    <>
      <ReadAll messages={messages} onRead={onRead} />
      {days.map((day) => (
        <Card key={day} title={formatDay(day, now)}>
          {messages
            .filter(({ arrivedAt }) => dayOf(new Date(arrivedAt)) === day)
            .map((message) => (
              <MessageRow key={message.message} message={message} onRead={onRead} />
            ))}
        </Card>
      ))}
    </>
  )
}

/** Up to the latest that is shown: what came since is not read. */
function ReadAll({ messages, onRead }: MessageListProps) {
  const { run, busy, trouble } = useAct(async (upTo: string) => {
    await messagesApi.readAll({ upTo })
    await onRead()
  })
  const [latest] = messages
  if (!latest || messages.every(({ read }) => read)) return null
  return (
    <>
      {trouble && <NoticeBar tone="amber">{trouble.detail}</NoticeBar>}
      <Button kind="quiet" id="read-all" busy={busy} onPress={() => run(latest.message)}>
        全部标为已读
      </Button>
    </>
  )
}

interface MessageRowProps {
  readonly message: Message
  readonly onRead: () => Promise<void>
}

function MessageRow({ message, onRead }: MessageRowProps) {
  const now = useNow()
  const me = useIdentity().query.data
  const { title, words, at } = message
  const open = async (): Promise<void> => {
    if (me) await openMessage(message, me)
    await onRead()
  }
  return (
    <Row
      id={`message-${message.message}`}
      title={title}
      note={`${words} ${formatTime(new Date(at), now)}`}
      tag={<State {...message} />}
      onPress={() => void open()}
    />
  )
}

/** Urgent ones say so also once they are read. */
function State({ urgent, read }: Message) {
  if (urgent) return <Tag tone="red">{read ? '紧急' : '紧急，未读'}</Tag>
  return read ? null : <Tag tone="blue">未读</Tag>
}
