import { View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Draft } from '#miniprogram/platform/drafts.ts'
import { dropFile } from '#miniprogram/platform/kept-files.ts'
import { useOnline } from '#miniprogram/platform/online.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import {
  asked,
  hasFailed,
  standingOf,
  textOf,
  withoutFailed,
  type RoundNote,
} from '../work/round-notes.ts'
import type { RoundOutbox } from '../work/round-outbox.ts'

interface NoteLineProps {
  readonly note: Draft<RoundNote>
  readonly outbox: RoundOutbox
}

/** Something that was written down, and honestly whether it has arrived. */
export function NoteLine({ note: { id, content }, outbox }: NoteLineProps) {
  const now = useNow()
  const online = useOnline()
  const standing = standingOf(content)
  const photos = content.photos.length > 0 ? `照片 ${content.photos.length} 张` : undefined
  if (standing === 'sent') {
    return (
      <Row
        title={textOf(content)}
        note={`${formatTime(new Date(content.sentAt ?? ''), now)} 发出，同事都能看到`}
        tag={<Tag tone="jade">已发出</Tag>}
      />
    )
  }
  const discard = (): void => {
    for (const { path } of content.photos) dropFile(path)
    outbox.notes.remove(id)
  }
  const again = (change: (note: RoundNote) => RoundNote): void => {
    outbox.notes.change(id, (note) => asked(change(note)))
    outbox.hurry()
  }
  return (
    <View>
      <Row
        title={textOf(content)}
        note={photos}
        tag={<Tag tone={standing === 'refused' ? 'red' : 'amber'}>{wordOf(standing, online)}</Tag>}
      />
      {standing === 'refused' && (
        <>
          <NoticeBar tone="red">{`没有发出：${content.wrong ?? ''}`}</NoticeBar>
          <Button kind="plain" onPress={() => again((note) => note)}>
            再发一次
          </Button>
          {hasFailed(content) && (
            <Button kind="plain" onPress={() => again(withoutFailed)}>
              去掉没传上的照片，发出去
            </Button>
          )}
        </>
      )}
      <Button kind="quiet" onPress={discard}>
        不要这条了
      </Button>
    </View>
  )
}

const wordOf = (standing: 'waiting' | 'writing' | 'refused', online: boolean): string => {
  if (standing === 'refused') return '没有发出'
  return online ? '正在发送' : '等网络'
}
