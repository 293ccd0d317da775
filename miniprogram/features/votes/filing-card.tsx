import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { DOCUMENT_NAMES } from './filing-words.ts'

type Documents = NonNullable<Vote['filing']>['documents']

const namesOf = (documents: Documents): string =>
  documents.map((one) => DOCUMENT_NAMES[one]).join('、')

interface FilingCardProps {
  readonly filing?: Vote['filing']
  readonly filingDue?: Vote['filingDue']
}

/** What was handed in at the street and what is still lacking; or that its day has passed. */
export function FilingCard({ filing, filingDue }: FilingCardProps) {
  const now = useNow()
  if (!filing) {
    return filingDue?.overdue === true ? (
      <NoticeBar tone="red">
        {`备案期限是 ${formatDay(filingDue.by, now)}，已经过了 ${-filingDue.daysLeft} 天，请尽快到街道办理。`}
      </NoticeBar>
    ) : null
  }
  const lacking = filingDue?.missing ?? []
  return (
    <Card title="已到街道备案">
      <Row title="回执编号" value={filing.receipt} />
      <Row title="交了哪些材料" note={namesOf(filing.documents)} />
      {lacking.length > 0 && <Row title="还缺哪些材料" note={namesOf(lacking)} />}
      <Row title="登记时间" value={formatTime(new Date(filing.at), now)} />
    </Card>
  )
}
