import { adviceFor } from '#shared/emergencies/checklists.ts'
import type { Emergency } from '#shared/emergencies/contract.ts'
import { KIND_NAMES } from '#shared/emergencies/kinds.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { CallButtons } from './call-buttons.tsx'
import { stateOf } from './words.ts'

/** What happened, where, since when, until when, and what to do: nothing of persons. Who acts has a checklist instead. */
export function EmergencyView({ event }: { readonly event: Emergency }) {
  const { tone, word } = stateOf(event)
  const { advice, phones } = adviceFor(event.kind)
  const isOn = event.restoredAt === undefined && event.state !== 'dismissed' && !event.ticks
  return (
    <>
      {event.dismissedFor !== undefined && (
        <NoticeBar tone="grey">{`核实后认定不属实：${event.dismissedFor}`}</NoticeBar>
      )}
      <Card title={KIND_NAMES[event.kind]} aside={<Tag tone={tone}>{word}</Tag>}>
        <Row title="在哪里" value={event.place} />
        <Times event={event} />
      </Card>
      {isOn && (
        <Card title="您现在可以这样做">
          {advice.map((line) => (
            <Row key={line} title={line} />
          ))}
          <CallButtons phones={phones} />
        </Card>
      )}
      {event.review && (
        <Card title="事后复盘">
          <Row title="起因" note={event.review.cause} />
          <Row title="做了什么" note={event.review.done} />
          <Row title="以后怎么改" note={event.review.changes} />
        </Card>
      )}
    </>
  )
}

function Times({ event }: { readonly event: Emergency }) {
  const now = useNow()
  const at = (time: string): string => formatTime(new Date(time), now)
  const { reportedAt, restoredAt, expectedAt, expected } = event
  const changes = expected.slice(0, -1)
  const why = expected[expected.length - 1]?.text
  return (
    <>
      <Row title="什么时候起" value={at(reportedAt)} />
      {restoredAt !== undefined && <Row title="恢复时间" value={at(restoredAt)} />}
      {restoredAt === undefined && expectedAt !== undefined && (
        <Row title="预计恢复" value={at(expectedAt)} note={why} />
      )}
      {changes.length > 0 && (
        <Row
          title={`预计时间改过 ${changes.length} 次`}
          note={`原来说 ${changes.map(({ until }) => at(until)).join('、')}`}
        />
      )}
    </>
  )
}
