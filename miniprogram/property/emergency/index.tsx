import { useRouter } from '@tarojs/taro'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'
import { EmergencyView } from '#miniprogram/features/emergencies/emergency-view.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Checklist } from './checklist.tsx'
import { Decide } from './decide.tsx'
import { Record, Reported } from './record.tsx'

export default function EmergencyHandlePage() {
  const { emergency = '' } = useRouter().params
  return (
    <Page title="处置突发事件">
      <Permitted to="emergency:read">
        {({ community }) => <One community={community} emergency={emergency} />}
      </Permitted>
    </Page>
  )
}

/** What happened, what to decide, what to do, who did what. Who only reported it sees the first. */
function One({ community, emergency }: { readonly community: string; readonly emergency: string }) {
  const query = useQuery(`emergency ${community} ${emergency}`, () =>
    emergenciesApi.get({ community, emergency }),
  )
  return (
    <Loaded query={query}>
      {(event) => (
        <>
          <EmergencyView event={event} />
          <Reported event={event} />
          <Decide community={community} event={event} put={query.put} reload={query.reload} />
          {event.ticks && (
            <Checklist
              community={community}
              event={event}
              ticks={event.ticks}
              put={query.put}
              reload={query.reload}
            />
          )}
          {event.events && <Record events={event.events} />}
        </>
      )}
    </Loaded>
  )
}
