import { useEffect } from 'react'
import { summarise } from '#shared/complaints/rules/place.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useDrafts, type Draft } from '#miniprogram/platform/drafts.ts'
import { useOnline } from '#miniprogram/platform/online.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import type { Form } from '../complaint-file/form.ts'
import { JustSent } from '../complaint-file/just-sent.tsx'
import { complaintDrafts, outboxOf } from '../complaint-file/outbox.ts'
import { waitWords } from '../complaint-file/status-bars.tsx'

interface DraftListProps {
  readonly person: string
  readonly community: string
}

/** What was written and not sent, on this phone only; and what was sent meanwhile. */
export function DraftList({ person, community }: DraftListProps) {
  const outbox = outboxOf(person, community)
  const drafts = useDrafts(complaintDrafts(person, community))
  useEffect(() => outbox.hurry(), [outbox])
  return (
    <>
      <JustSent community={community} />
      {drafts.length === 0 ? (
        <StateView title="没有写了一半的投诉" note="写到一半的、等网络发送的，都会存在这里。" />
      ) : (
        <Said>只存在这部手机上，别人还看不到。最近改的在最前面。</Said>
      )}
      {drafts.map((draft) => (
        <DraftCard
          key={draft.id}
          draft={draft}
          community={community}
          onRemove={() => outbox.discard(draft.id)}
        />
      ))}
      <Action>
        <Button id="write" onPress={() => go('complaintFile', { community, anew: '1' })}>
          另写一件
        </Button>
      </Action>
    </>
  )
}

interface DraftCardProps {
  readonly draft: Draft<Form>
  readonly community: string
  readonly onRemove: () => void
}

const FIRST = 30

function DraftCard({ draft, community, onRemove }: DraftCardProps) {
  const now = useNow()
  const online = useOnline()
  const { id, savedAt, content } = draft
  const words = Array.from(summarise(content.text)).slice(0, FIRST).join('')
  const { length } = content.photos
  return (
    <Card id={`draft-${id}`}>
      <Row
        title={words === '' ? '还没有写文字' : words}
        note={`${length === 0 ? '没有照片' : `${length} 张照片`}，${formatTime(new Date(savedAt), now)} 存下`}
        onPress={() => void go('complaintFile', { draft: id, community })}
      />
      {content.sending && <NoticeBar tone="amber">{waitWords(content, online)}</NoticeBar>}
      {!content.sending && content.trouble !== undefined && (
        <NoticeBar tone="red">{`没有提交成：${content.trouble}`}</NoticeBar>
      )}
      <Removal
        id={`remove-${id}`}
        act="删除这件草稿"
        loses="文字和照片会从这部手机上删掉，找不回来。"
        keep="留着"
        onRemove={onRemove}
      />
    </Card>
  )
}
