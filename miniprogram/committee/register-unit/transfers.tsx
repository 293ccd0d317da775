import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Transfer } from '#shared/register/terms.ts'
import { TRANSFER_NAMES } from '#shared/register/transfers.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { ownersWords } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

interface TransfersProps {
  readonly transfers: readonly Transfer[]
}

const names = (owners: Transfer['from']): string => ownersWords(owners.map(({ name }) => name))

/** Who it belonged to, and from which day on. */
export function Transfers({ transfers }: TransfersProps) {
  const now = useNow()
  if (transfers.length === 0) return null
  return (
    <Card title="换过的业主" id="transfers">
      {transfers.map((one) => (
        <Row
          key={one.transfer}
          title={`${formatDay(one.day, now)}起，${names(one.from)} 换成 ${names(one.to)}`}
          note={`${TRANSFER_NAMES[one.kind]}。${one.by} ${formatTime(new Date(one.at), now)} 登记，名册第 ${one.version} 版`}
          tag={one.undone ? <Tag tone="grey">已撤销</Tag> : undefined}
        />
      ))}
    </Card>
  )
}
