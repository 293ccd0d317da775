import { PublishPage } from '#miniprogram/features/notices/publish-page.tsx'
import { DayWheels } from '#miniprogram/kit/day-wheels.tsx'

export default function NoticePublishPage() {
  return <PublishPage DayPicker={DayWheels} />
}
