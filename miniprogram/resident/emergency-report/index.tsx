import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Skeleton } from '#miniprogram/platform/ui/skeleton.tsx'
import { ReportEmergency, type ReportProps } from './report-emergency.tsx'

export default function EmergencyReportPage() {
  return (
    <Page title="上报突发事件">
      <Permitted to="emergency:report">
        {({ community, membership: { roles, homes } }) => (
          <Report community={community} roles={roles} homes={homes} />
        )}
      </Permitted>
    </Page>
  )
}

/** Where the buildings cannot be had, the place is written by hand: nothing may keep a report waiting. */
function Report(props: Omit<ReportProps, 'buildings'>) {
  const { community } = props
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  if (place.waiting) return <Skeleton cards={2} />
  return <ReportEmergency {...props} buildings={place.data?.buildings ?? []} />
}
