import { useRouter } from '@tarojs/taro'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { HomePeople } from './home-people.tsx'

export default function HomePeoplePage() {
  const { community = '', unit = '' } = useRouter().params
  return (
    <Page title="租户、家人和代办人">
      <KnownPerson>
        {({ memberships }) => (
          <Asked
            community={community}
            unit={unit}
            communityName={memberships.find((one) => one.community === community)?.name ?? ''}
          />
        )}
      </KnownPerson>
    </Page>
  )
}

interface Asked {
  readonly community: string
  readonly communityName: string
  readonly unit: string
}

function Asked({ community, communityName, unit }: Asked) {
  const home = useQuery(`home ${community} ${unit}`, () => bindingsApi.home({ community, unit }))
  return (
    <Loaded query={home}>
      {(data) => (
        <HomePeople home={data} communityName={communityName} put={home.put} reload={home.reload} />
      )}
    </Loaded>
  )
}
