import { formatDay } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface GateCardProps {
  readonly vote: Vote
  readonly onRecord: () => void
}

const BEFORE_NOTICE: readonly Vote['state'][] = ['draft', 'roll_published', 'roll_frozen']

/** What the rules want done before notice: consultation, its summary, two reports. Each with its receipt. */
export function GateCard({ vote: { gate, state }, onRecord }: GateCardProps) {
  const now = useNow()
  if (!gate || gate.steps.length === 0) return null
  return (
    <Card title="公告以前要办的事">
      {gate.steps.map(({ step, name, receipt }) => (
        <Row
          key={step}
          title={name}
          note={receipt && `${formatDay(receipt.day, now)}，${receipt.document}`}
          value={receipt ? '已登记' : '还没有'}
        />
      ))}
      {BEFORE_NOTICE.includes(state) && (
        <>
          <Said>办完一件登记一件；登记错了，再登记一次就更正了。</Said>
          <Button kind="plain" id="gate" onPress={onRecord}>
            登记一件
          </Button>
        </>
      )}
    </Card>
  )
}
