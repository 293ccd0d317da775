import { go } from '../pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface EmergencyEntryProps {
  /** Who is not there only looks on. */
  readonly reports?: boolean
}

/** The way to report what happens now, and to what goes on. */
export const EmergencyEntry = ({ reports = true }: EmergencyEntryProps) => (
  <Card>
    <Row
      id="emergencies"
      title="突发事件"
      note={
        reports
          ? '停水停电、失火、水管爆裂：马上上报，看恢复时间'
          : '各小区正在发生的，看处置和恢复时间'
      }
      onPress={() => void go('emergencies')}
    />
  </Card>
)
