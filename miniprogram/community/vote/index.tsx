import { useRouter } from '@tarojs/taro'
import type { Role } from '#shared/kernel/permissions.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Watch } from './watch.tsx'

/** A vote from the side of the offices: the count to be confirmed, disputes, annulment. */
export default function VoteWatchPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="小区的表决">
      <Permitted to="vote:read">
        {({ community, person, membership }) => (
          <AskedVote {...{ community, person, vote }} roles={membership.roles} />
        )}
      </Permitted>
    </Page>
  )
}

interface Asked {
  readonly community: string
  readonly person: string
  readonly roles: readonly Role[]
  readonly vote: string
}

function AskedVote({ community, person, roles, vote }: Asked) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return (
    <Loaded query={query}>
      {(found) => (
        <Watch
          key={found.state}
          {...{ community, person, roles }}
          vote={found}
          onDone={query.put}
          reload={query.reload}
        />
      )}
    </Loaded>
  )
}
