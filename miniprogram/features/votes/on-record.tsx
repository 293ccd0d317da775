import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { DOCUMENT_NAMES } from './filing-words.ts'

const AUTHORITY_NAMES = { court: '人民法院', street: '街道办事处' } as const

type Known = Pick<Vote, 'withdrawnNotices' | 'filing' | 'execution' | 'annulment'>

/** What was noted of a vote beside its states: notices taken back, filing, execution, annulment. */
export function OnRecord({ vote }: { readonly vote: Known }) {
  const now = useNow()
  const { withdrawnNotices = 0, filing, execution, annulment } = vote
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
      {filing && (
        <Card title="已到街道备案">
          <Row title="回执编号" value={filing.receipt} />
          <Row
            title="交了哪些材料"
            note={filing.documents.map((one) => DOCUMENT_NAMES[one]).join('、')}
          />
          <Row title="登记时间" value={time(filing.at)} />
        </Card>
      )}
      {execution && (
        <Card title="已登记执行">
          <Row title="怎么执行的" note={execution.note} />
          <Row title="登记时间" value={time(execution.at)} />
        </Card>
      )}
    </>
  )
}
