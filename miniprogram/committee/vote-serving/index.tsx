import { useState } from 'react'
import type { ServingUnit } from '#shared/votes/serving/serving.ts'
import { AtDoor } from './at-door.tsx'
import { Building } from './building.tsx'
import { Buildings } from './buildings.tsx'
import { Proofs } from './proofs.tsx'
import type { Witnesses } from './witnesses.ts'
import { VoteDeskPage, type DeskProps } from '../vote-desk-page.tsx'

export default function VoteServingPage() {
  return (
    <VoteDeskPage title="送达登记" to="vote:assist">
      {(desk) => <Desk {...desk} />}
    </VoteDeskPage>
  )
}

function Desk({ community, vote }: DeskProps) {
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
