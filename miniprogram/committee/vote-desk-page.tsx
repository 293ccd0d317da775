import type { ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Permission } from '#shared/kernel/permissions.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'

export interface DeskProps {
  readonly community: string
  readonly vote: Vote
}

interface VoteDeskPageProps {
  readonly title: string
  readonly to: Permission
  readonly children: (desk: DeskProps) => ReactNode
}

/** A desk at which officers work on the vote that the address names. */
export function VoteDeskPage({ title, to, children }: VoteDeskPageProps) {
  const { vote = '' } = useRouter().params
  return (
    <Page title={title}>
      <Permitted to={to}>
        {({ community }) => (
          <Asked community={community} vote={vote}>
            {children}
          </Asked>
        )}
      </Permitted>
    </Page>
  )
}

interface AskedProps extends Pick<VoteDeskPageProps, 'children'> {
  readonly community: string
  readonly vote: string
}

function Asked({ community, vote, children }: AskedProps) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return <Loaded query={query}>{(found) => children({ community, vote: found })}</Loaded>
}
