import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { Complaint } from '#shared/complaints/contract.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { ClockList } from './clock-list.tsx'
import styles from './complaint-parts.module.scss'
import { ComplaintTimeline, type OtherPage } from './complaint-timeline.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { Ladder } from './ladder.tsx'
import { stateWord, turnOf } from './words.ts'

interface ComplaintViewProps {
  readonly complaint: Complaint
  /** Whose departments and neighbours are meant. */
  readonly community?: string
  /** Where another complaint is read by who is looking: a neighbour's, unless it is an office. */
  readonly otherPage?: OtherPage
  /** What the person looking may do, between state and history. */
  readonly children?: ReactNode
}

/** State and whose turn it is first, then what the person may do, what was filed, and its history. */
export function ComplaintView({ complaint, community, otherPage, children }: ComplaintViewProps) {
  return (
    <>
      <Turn complaint={complaint} />
      {children}
      <Content complaint={complaint} />
      <Card title="经过">
        <ComplaintTimeline complaint={complaint} community={community} otherPage={otherPage} />
      </Card>
      {community !== undefined && !complaint.frozen && complaint.checked && (
        <EvidenceSection community={community} number={complaint.number} />
      )}
    </>
  )
}

/** Who has to do what by when, large; then every clock, and how far up it has come. */
function Turn({ complaint }: { readonly complaint: Complaint }) {
  const now = useNow()
  const { frozen, checked, held, mine } = complaint
  const { word, tone } = !checked && held && !mine ? HELD : stateWord(complaint.state, mine)
  return (
    <Card title={`编号 ${formatNumber(complaint.number)}`} aside={<Tag tone={tone}>{word}</Tag>}>
      {frozen && (
        <NoticeBar tone="grey">
          {`提出人已注销账号，这件投诉封存到 ${formatTime(new Date(frozen.until), now)}，不再办理。`}
        </NoticeBar>
      )}
      <Text className={classes(styles, 'turn')}>{turnOf(complaint, now)}</Text>
      <Ladder complaint={complaint} />
      <ClockList complaint={complaint} />
    </Card>
  )
}

/** As the list of what waits for the community office has it. */
const HELD = { word: '待社区查看', tone: 'grey' } as const

const CHANNELS = { WINDOW: '社区窗口', PHONE: '电话' } as const

/** What was filed, where, and by whom as far as the person looking may know. */
function Content({ complaint }: { readonly complaint: Complaint }) {
  const { mine, filedBy, assistedBy, assisting, channel, cosigns = 0, hidesName } = complaint
  return (
    <Card title={CATEGORY_NAMES[complaint.category]}>
      <Prose>{complaint.text}</Prose>
      <PhotoStrip photos={complaint.photos} />
      <Row title="地点" value={complaint.place} />
      <Row title="提交人" value={mine ? '我' : nameOf(filedBy)} />
      {mine && hidesName === true && <Row title="姓名" value="物业看不到，街道看得到" />}
      {assistedBy && <Row title="代为提交" value={assisting ? '我' : nameOf(assistedBy)} />}
      {channel !== undefined && channel !== 'APP' && (
        <Row title="怎么提交的" value={CHANNELS[channel]} />
      )}
      {cosigns > 0 && <Row title="也有同样问题的" value={`${cosigns} 户`} />}
    </Card>
  )
}

const nameOf = ({ role, name }: Complaint['filedBy']): string => `${role} ${name}`
