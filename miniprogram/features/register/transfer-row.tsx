import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Transfer } from '#shared/register/terms.ts'
import { TRANSFER_NAMES } from '#shared/register/transfers.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { ownersWords } from './words.ts'

interface TransferRowProps {
  readonly transfer: Transfer
  /** The page says already which home it is. */
  readonly isOfPage?: boolean
  readonly onPress?: () => void
}

const names = (owners: Transfer['from']): string => ownersWords(owners.map(({ name }) => name))

/** From which day on a home is whose, why, and who recorded it when. */
export function TransferRow({ transfer, isOfPage = false, onPress }: TransferRowProps) {
  const now = useNow()
  const { unit, day, kind, from, to, by, at, version, undone } = transfer
  const home = isOfPage ? '' : `${unit}：`
  return (
    <Row
      id={`transfer-${version}`}
      title={`${home}${formatDay(day, now)}起，${names(from)} 换成 ${names(to)}`}
      note={`${TRANSFER_NAMES[kind]}。${by} ${formatTime(new Date(at), now)} 登记，名册第 ${version} 版`}
      tag={undone ? <Tag tone="grey">已撤销</Tag> : undefined}
      onPress={onPress}
    />
  )
}
