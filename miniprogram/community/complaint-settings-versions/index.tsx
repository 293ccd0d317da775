import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { VersionList } from './version-list.tsx'

export default function SettingsVersionsPage() {
  return (
    <Page title="设置的历次版本">
      <Permitted to="complaint:settings">
        {({ community }) => <Versions community={community} />}
      </Permitted>
    </Page>
  )
}

function Versions({ community }: { readonly community: string }) {
  const query = useQuery(`complaint settings versions ${community}`, () =>
    api.complaints.settingsVersions({ community }),
  )
  return (
    <Loaded query={query}>
      {({ items }) => <VersionList community={community} items={items} onRestored={query.reload} />}
    </Loaded>
  )
}
