import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SettingsHome } from './settings-home.tsx'

export default function ComplaintSettingsPage() {
  return (
    <Page title="投诉设置">
      <Permitted to="complaint:settings">
        {({ person, community }) => <SettingsHome person={person} community={community} />}
      </Permitted>
    </Page>
  )
}
