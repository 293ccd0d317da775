import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Building } from './building.tsx'
import { Overview } from './overview.tsx'
import { OneSheet } from './one-sheet.tsx'

export default function VotePapersPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="纸质表决票">
      <Permitted to="vote:paper">
        {({ community }) => <Asked community={community} vote={vote} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return <Loaded query={query}>{(found) => <Desk community={community} vote={found} />}</Loaded>
}

function Desk({ community, vote }: { readonly community: string; readonly vote: Vote }) {
  const [handIn, onHandIn] = useState('')
  const [building, setBuilding] = useState<string>()
  const [line, setLine] = useState<PaperLine>()
  const here = { community, vote, handIn, onHandIn }
  if (line) return <OneSheet {...here} line={line} onBack={() => setLine(undefined)} />
  return building === undefined ? (
    <Overview {...here} onChoose={setBuilding} />
  ) : (
    <Building
      {...here}
      building={building}
      onLine={setLine}
      onBack={() => setBuilding(undefined)}
    />
  )
}
