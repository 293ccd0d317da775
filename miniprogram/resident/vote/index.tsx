import { useRouter } from '@tarojs/taro'
import type { Home } from '#shared/kernel/home.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { ClaimedHomes } from './claimed-homes.tsx'
import { VoteView } from './vote-view.tsx'

export default function VotePage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="表决">
      <SignedIn>
        {({ community, person, membership }) => (
          <AskedVote community={community} person={person} homes={membership.homes} vote={vote} />
        )}
      </SignedIn>
    </Page>
  )
}

interface Asked {
  readonly community: string
  readonly person: string
  readonly homes: readonly Home[]
  readonly vote: string
}

function AskedVote({ community, person, homes, vote }: Asked) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          {data.state !== 'counted' && data.state !== 'cancelled' && <ClaimedHomes homes={homes} />}
          <VoteView community={community} person={person} vote={data} reload={query.reload} />
        </>
      )}
    </Loaded>
  )
}
