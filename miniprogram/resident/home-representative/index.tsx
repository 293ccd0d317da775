import { useRouter } from '@tarojs/taro'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Representative } from './representative.tsx'

export default function HomeRepresentativePage() {
  const { community = '', unit = '' } = useRouter().params
  return (
    <Page title="共有人和产权代表">
      <KnownPerson>{() => <Asked community={community} unit={unit} />}</KnownPerson>
    </Page>
  )
}

function Asked({ community, unit }: { readonly community: string; readonly unit: string }) {
  const home = useQuery(`home ${community} ${unit}`, () => bindingsApi.home({ community, unit }))
  return (
    <Loaded query={home}>
      {({ representation }) =>
        representation ? (
          <Representative
            community={community}
            unit={unit}
            representation={representation}
            put={home.put}
            reload={home.reload}
          />
        ) : (
          <StateView title="这套房只有一位业主" note="由您一个人投票，不用推选代表。" />
        )
      }
    </Loaded>
  )
}
