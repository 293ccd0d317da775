import { can } from '#shared/kernel/permissions.ts'
import { calendarApi } from '#miniprogram/features/clocks/api.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Years } from './years.tsx'

export default function CalendarPage() {
  const { query } = useIdentity()
  return (
    <Page title="工作日历">
      <Loaded query={query}>
        {({ held = [] }) =>
          held.some(({ role }) => can([role], 'calendar:edit')) ? (
            <ForAdmin />
          ) : (
            <Permitted to="calendar:read">
              {({ community }) => <ForStaff community={community} />}
            </Permitted>
          )
        }
      </Loaded>
    </Page>
  )
}

function ForStaff({ community }: { readonly community: string }) {
  const query = useQuery(`calendar ${community}`, () => calendarApi.read({ community }))
  return (
    <Loaded query={query}>
      {({ years, missing }) => (
        <Years
          versions={years.map(({ off = [], worked = [], ...year }) => ({ ...year, off, worked }))}
          missing={missing}
        />
      )}
    </Loaded>
  )
}

/** Who gives the tables sees every version, and from whom it came. */
function ForAdmin() {
  const query = useQuery('calendar versions', () => calendarApi.list({}))
  return (
    <Loaded query={query}>
      {({ versions, missing }) => (
        <Years
          versions={versions}
          missing={missing}
          onGive={(year) => void go('calendarGive', { year: String(year) })}
        />
      )}
    </Loaded>
  )
}
