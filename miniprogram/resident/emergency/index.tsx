import { useRouter } from '@tarojs/taro'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'
import { EmergencyView } from '#miniprogram/features/emergencies/emergency-view.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'

export default function EmergencyPage() {
  const { emergency = '', reported } = useRouter().params
  return (
    <Page title="突发事件">
      <Permitted to="emergency:read">
        {({ community }) => (
          <One community={community} emergency={emergency} justReported={reported !== undefined} />
        )}
      </Permitted>
    </Page>
  )
}

interface OneProps {
  readonly community: string
  readonly emergency: string
  readonly justReported: boolean
}

function One({ community, emergency, justReported }: OneProps) {
  const query = useQuery(`emergency ${community} ${emergency}`, () =>
    emergenciesApi.get({ community, emergency }),
  )
  return (
    <Loaded query={query}>
      {(event) => (
        <>
          {justReported && event.unverified && (
            <NoticeBar tone="jade">
              已收到，物业、社区和街道都已通知。有人到场核实后，邻居们才会看到。
            </NoticeBar>
          )}
          <EmergencyView event={event} />
        </>
      )}
    </Loaded>
  )
}
