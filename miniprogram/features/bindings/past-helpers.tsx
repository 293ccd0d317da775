import type { MyHome } from '#shared/bindings/views.ts'
import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { reasonWords } from './words.ts'

/** Who helped before, from when to when, and why no longer. */
export function PastHelpers({ past = [] }: Pick<MyHome, 'past'>) {
  const now = useNow()
  const day = (instant: string): string => formatDay(dayOf(new Date(instant)), now)
  if (past.length === 0) return null
  return (
    <Card title="以前的代办人">
      {past.map(({ binding, name, since, endedAt, reason }) => (
        <Row
          key={binding}
          title={name}
          note={`${day(since)}到${day(endedAt)}，${reasonWords(reason)}`}
        />
      ))}
    </Card>
  )
}
