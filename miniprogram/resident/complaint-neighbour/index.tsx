import { useRouter } from '@tarojs/taro'
import type { Home } from '#shared/kernel/home.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { NeighbourCard } from './neighbour-card.tsx'

/** A neighbour's complaint: what the public list gives of it, and joining in. */
export default function ComplaintNeighbourPage() {
  const { number = '', community: asked } = useRouter().params
  return (
    <Page title="邻居的投诉">
      {asked === undefined ? (
        <SignedIn>
          {({ community, membership: { homes } }) => (
            <Asked community={community} number={number} homes={homes} />
          )}
        </SignedIn>
      ) : (
        <KnownPerson>
          {({ memberships }) => (
            <Asked
              community={asked}
              number={number}
              homes={memberships.find(({ community }) => community === asked)?.homes ?? []}
            />
          )}
        </KnownPerson>
      )}
    </Page>
  )
}

interface AskedProps {
  readonly community: string
  readonly number: string
  readonly homes: readonly Home[]
}

function Asked({ community, number, homes }: AskedProps) {
  const query = useQuery(`neighbour ${number}`, () =>
    api.complaints.publicOne({ community, number }),
  )
  if (query.data === undefined && query.trouble?.code === 'complaints.list_not_public') {
    return (
      <StateView
        title="本小区没有公开投诉目录"
        note="这件投诉只有提出人、点过“我也是”的住户和办理单位看得到。"
      />
    )
  }
  return (
    <Loaded query={query}>
      {(card) => (
        <NeighbourCard
          community={community}
          card={card}
          homes={homes.map(({ unit }) => unit)}
          onJoined={query.reload}
        />
      )}
    </Loaded>
  )
}
