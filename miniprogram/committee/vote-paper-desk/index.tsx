import { useState } from 'react'
import { FindSheet } from './find-sheet.tsx'
import type { Held } from './held.ts'
import { InHand } from './in-hand.tsx'
import { VoteDeskPage, type DeskProps } from '../vote-desk-page.tsx'

export default function VotePaperDeskPage() {
  return (
    <VoteDeskPage title="收票和录入" to="vote:paper">
      {(desk) => <Desk {...desk} />}
    </VoteDeskPage>
  )
}

/** One sheet at a time: its code, then what happens with it, then the next. */
function Desk({ community, vote }: DeskProps) {
  const [held, setHeld] = useState<Held>()
  const [said, setSaid] = useState<string>()
  if (!held) {
    const onFound = (found: Held) => {
      setSaid(undefined)
      setHeld(found)
    }
    return <FindSheet community={community} vote={vote.vote} said={said} onFound={onFound} />
  }
  const onNext = (words?: string) => {
    setSaid(words)
    setHeld(undefined)
  }
  return <InHand key={held.code} community={community} vote={vote} held={held} onNext={onNext} />
}
