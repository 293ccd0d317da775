import { isOver, isResultPublic } from '#shared/votes/rules/life.ts'
import { useRouter } from '@tarojs/taro'
import type { Home } from '#shared/kernel/home.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { claimedAmong, ClaimedHomes } from './claimed-homes.tsx'
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
      {(data) => {
        const isToCome = !isOver(data) && !isResultPublic(data)
        const claimed = isToCome ? claimedAmong(homes) : []
        // The roll says only that somebody else's name is missing: what is missing is the confirmation.
        const { whyNot, ...rest } = data
        const shown = claimed.length > 0 || !whyNot ? rest : { ...rest, whyNot }
        return (
          <>
            {claimed.length > 0 && <ClaimedHomes homes={claimed} />}
            <VoteView community={community} person={person} vote={shown} reload={query.reload} />
          </>
        )
      }}
    </Loaded>
  )
}
