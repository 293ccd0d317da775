import { useRouter } from '@tarojs/taro'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { HomeView } from './home-view.tsx'

export default function ClaimHomePage() {
  const { unit = '' } = useRouter().params
  return (
    <Page title="核实房屋">
      <Permitted to="binding:confirm">
        {({ community }) => <Asked community={community} unit={unit} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, unit }: { readonly community: string; readonly unit: string }) {
  const home = useQuery(`claims of ${community} ${unit}`, () =>
    bindingsApi.look({ community, unit }),
  )
  return (
    <Loaded query={home}>
      {(data) => <HomeView community={community} home={data} put={home.put} reload={home.reload} />}
    </Loaded>
  )
}
