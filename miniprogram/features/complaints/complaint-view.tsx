import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { Complaint, ComplaintEvent } from '#shared/complaints/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Timeline } from '#miniprogram/platform/ui/timeline.tsx'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { EVENT_WORDS, stars, stateWord, turnOf } from './words.ts'

interface ComplaintViewProps {
  readonly complaint: Complaint
  /** What the person looking may do, between state and history. */
  readonly children?: ReactNode
}

/** State and whose turn it is first, then what was filed, then its history. */
export function ComplaintView({ complaint, children }: ComplaintViewProps) {
  const now = useNow()
  const { word, tone } = stateWord(complaint.state, complaint.mine)
  return (
    <>
      <Card title={`编号 ${formatNumber(complaint.number)}`} aside={<Tag tone={tone}>{word}</Tag>}>
        <Text>{turnOf(complaint, now)}</Text>
      </Card>
      {children}
      <Card title={CATEGORY_NAMES[complaint.category]}>
        <Prose>{complaint.text}</Prose>
        <PhotoStrip photos={complaint.photos} />
        <Row title="地点" value={complaint.place} />
        <Row
          title="提交人"
          value={complaint.mine ? '我' : `${complaint.filedBy.role} ${complaint.filedBy.name}`}
        />
        {complaint.assistedBy && (
          <Row
            title="代为提交"
            value={
              complaint.assisting
                ? '我'
                : `${complaint.assistedBy.role} ${complaint.assistedBy.name}`
            }
          />
        )}
      </Card>
      <Card title="经过">
        <Timeline entries={[...complaint.timeline].reverse().map(entryOf)} />
      </Card>
    </>
  )
}

const entryOf = ({
  seq,
  at,
  kind,
  by,
  text,
  photos,
  rating,
  withheld,
  through,
}: ComplaintEvent) => ({
  key: seq,
  role: by.role,
  name: by.name,
  what: through ? `提交，由${through.role} ${through.name} 代为提交` : EVENT_WORDS[kind],
  at,
  text: withheld && text === undefined ? '内容正在检查' : text,
  evidence: (
    <>
      {rating !== undefined && <Text>{`满意度：${stars(rating)}`}</Text>}
      <PhotoStrip photos={photos} />
    </>
  ),
})
