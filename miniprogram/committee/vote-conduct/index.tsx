import { useRouter } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Conduct } from './conduct.tsx'

export default function VoteConductPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="组织表决">
      <Permitted to="vote:conduct">
        {(identity) => <AskedVote {...identity} vote={vote} />}
      </Permitted>
    </Page>
  )
}

function AskedVote({ community, person, vote }: Identity & { readonly vote: string }) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return (
    <Loaded query={query}>
      {(found) => (
        // What was begun in one state has no meaning in the next.
        <Conduct
          key={found.state}
          community={community}
          person={person}
          vote={found}
          onDone={query.put}
          reload={query.reload}
        />
      )}
    </Loaded>
  )
}
