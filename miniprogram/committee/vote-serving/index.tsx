import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Vote } from '#shared/votes/contract.ts'
import type { ServingUnit } from '#shared/votes/serving/serving.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { AtDoor } from './at-door.tsx'
import { Building } from './building.tsx'
import { Buildings } from './buildings.tsx'
import { Proofs } from './proofs.tsx'
import type { Witnesses } from './witnesses.ts'

export default function VoteServingPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="送达登记">
      <Permitted to="vote:assist">
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
  const [building, setBuilding] = useState<string>()
  const [unit, setUnit] = useState<ServingUnit>()
  const [witnesses, setWitnesses] = useState<Witnesses>([{}, {}])
  const [adding, setAdding] = useState(false)
  const here = { community, vote: vote.vote }
  if (unit) {
    const back = () => {
      setUnit(undefined)
      setAdding(false)
    }
    return unit.ways.length > 0 && !adding ? (
      <Proofs {...here} unit={unit} onAdd={() => setAdding(true)} onBack={back} />
    ) : (
      <AtDoor
        {...here}
        unit={unit}
        witnesses={witnesses}
        onWitnesses={setWitnesses}
        onBack={back}
        noticedAt={vote.noticedAt}
      />
    )
  }
  return building === undefined ? (
    <Buildings {...here} title={vote.title} onChoose={setBuilding} />
  ) : (
    <Building
      {...here}
      building={building}
      onUnit={setUnit}
      onBack={() => setBuilding(undefined)}
    />
  )
}
