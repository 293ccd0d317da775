import { formatArea } from '#shared/kernel/area.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { heads } from '#miniprogram/features/votes/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Who counts how much in this vote, fixed, and by what it can be checked. */
export function RollCard({ roll }: { readonly roll: NonNullable<Vote['roll']> }) {
  const now = useNow()
  return (
    <Card title="业主名册（已确定）">
      <Row title="业主" value={heads(roll.heads)} />
      <Row title="房屋" value={`${grouped(roll.units)} 套`} />
      <Row title="面积" value={formatArea(roll.areaCenti)} />
      <Row
        title="确定时间"
        note={`按产权清册第 ${roll.registerVersion} 版`}
        value={formatTime(new Date(roll.frozenAt), now)}
      />
      <Row title="名册指纹（名册改动一个字，指纹就不同）" note={roll.sha256} />
    </Card>
  )
}
