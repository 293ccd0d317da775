import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { FilingCard } from './filing-card.tsx'

const AUTHORITY_NAMES = { court: '人民法院', street: '街道办事处' } as const

type Known = Pick<Vote, 'withdrawnNotices' | 'filing' | 'filingDue' | 'execution' | 'annulment'>

/** What was noted of a vote beside its states: notices taken back, filing, execution, annulment. */
export function OnRecord({ vote }: { readonly vote: Known }) {
  const now = useNow()
  const { withdrawnNotices = 0, filing, filingDue, execution, annulment } = vote
  const time = (at: string): string => formatTime(new Date(at), now)
  return (
    <>
      {withdrawnNotices > 0 && (
        <NoticeBar tone="amber">
          {`公告后改过内容，收回过 ${withdrawnNotices} 次公告。每次都要重新公告，天数重新算。`}
        </NoticeBar>
      )}
      {annulment && (
        <Card title={`已由${AUTHORITY_NAMES[annulment.authority]}撤销`}>
          <Row title="文书" note={annulment.document} />
          <Row title="说明" note={annulment.note} />
          <Row title="登记时间" value={time(annulment.at)} />
        </Card>
      )}
      <FilingCard filing={filing} filingDue={filingDue} />
      {execution && (
        <Card title="已登记执行">
          <Row title="怎么执行的" note={execution.note} />
          <Row title="登记时间" value={time(execution.at)} />
        </Card>
      )}
    </>
  )
}
