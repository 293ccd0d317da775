import type { BindingEvent } from '#shared/bindings/views.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Timeline } from '#miniprogram/platform/ui/timeline.tsx'
import { entriesOf } from './words.ts'

interface HistoryCardProps {
  readonly title?: string
  readonly history: readonly BindingEvent[]
}

/** Everything that happened to a binding, latest first. */
export const HistoryCard = ({ title = '经过', history }: HistoryCardProps) =>
  history.length === 0 ? null : (
    <Card title={title}>
      <Timeline entries={entriesOf(history)} />
    </Card>
  )
