import { whatNext } from '#shared/complaints/rules/what-next.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { useCell } from '#miniprogram/platform/cell.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { filed, shown } from './outbox.ts'

interface JustSentProps {
  readonly community: string
  /** The draft that the page itself is about. */
  readonly but?: string
}

/** What went by itself once it could: who now has to do what by when. */
export function JustSent({ community, but }: JustSentProps) {
  const now = useNow()
  const sent = useCell(filed).filter((one) => one.community === community && one.draft !== but)
  return sent.map((one) => (
    <Card key={one.draft} id={`sent-${one.complaint.number}`}>
      <NoticeBar tone="jade">
        {`已提交，编号 ${formatNumber(one.complaint.number)}。${whatNext(one.complaint, now)}`}
      </NoticeBar>
      <Row
        title="看这件投诉"
        onPress={() => {
          shown(one)
          void go('complaint', { number: one.complaint.number, community })
        }}
      />
    </Card>
  ))
}
