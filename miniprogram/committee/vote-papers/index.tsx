import { useState } from 'react'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import { Building } from './building.tsx'
import { Overview } from './overview.tsx'
import { OneSheet } from './one-sheet.tsx'
import { VoteDeskPage, type DeskProps } from '../vote-desk-page.tsx'

export default function VotePapersPage() {
  return (
    <VoteDeskPage title="纸质表决票" to="vote:paper">
      {(desk) => <Desk {...desk} />}
    </VoteDeskPage>
  )
}

function Desk({ community, vote }: DeskProps) {
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
