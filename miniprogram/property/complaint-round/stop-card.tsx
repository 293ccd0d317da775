import { useState } from 'react'
import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useDrafts } from '#miniprogram/platform/drafts.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { standingOf } from '../work/round-notes.ts'
import type { RoundOutbox } from '../work/round-outbox.ts'
import type { Stop } from '../work/round.ts'
import { dueWords } from '../work/words.ts'
import { NoteForm } from './note-form.tsx'
import { NoteLine } from './note-line.tsx'

interface StopCardProps {
  readonly stop: Stop
  readonly outbox: RoundOutbox
  readonly onRemove: () => void
}

/** One complaint of the round: where, what, until when, what was written down and whether it has arrived. */
export function StopCard({ stop, outbox, onRemove }: StopCardProps) {
  const now = useNow()
  const [isWriting, setIsWriting] = useState(false)
  const notes = useDrafts(outbox.notes).filter(({ content }) => content.number === stop.number)
  const begun = notes.find(({ content }) => standingOf(content) === 'writing')
  const done = notes.filter((one) => one !== begun)
  const due = dueWords(stop, now)
  const isOpen = isWriting || begun !== undefined
  const hasUnsent = done.some(({ content }) => standingOf(content) !== 'sent')
  return (
    <Card
      id={`stop-${stop.number}`}
      title={`${CATEGORY_NAMES[stop.category]}，${stop.place}`}
      aside={<Tag tone={due.tone}>{due.words}</Tag>}
    >
      <Prose>{stop.text}</Prose>
      <Said>{`${stateWord(stop.state, false).word}，${formatTime(new Date(stop.keptAt), now)} 存到手机上`}</Said>
      {done.map((one) => (
        <NoteLine key={one.id} note={one} outbox={outbox} />
      ))}
      {isOpen ? (
        <NoteForm
          number={stop.number}
          begun={begun}
          outbox={outbox}
          onDone={() => setIsWriting(false)}
        />
      ) : (
        <Button id={`write-${stop.number}`} onPress={() => setIsWriting(true)}>
          拍照、记一笔
        </Button>
      )}
      <Row
        title="打开办理（要有网络）"
        onPress={() => void go('handle', { number: stop.number })}
      />
      <Button
        kind="quiet"
        off={hasUnsent ? '还有记录没有发出' : undefined}
        onPress={() => {
          for (const { id } of notes) outbox.notes.remove(id)
          onRemove()
        }}
      >
        看完了，从今日要看里去掉
      </Button>
    </Card>
  )
}
