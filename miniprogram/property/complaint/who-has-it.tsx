import { useState } from 'react'
import type { Complaint } from '#shared/complaints/contract.ts'
import { ownerOf } from '#shared/complaints/rules/states.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { AddToRound } from '../work/add-to-round.tsx'
import { AssignCard } from '../work/assign-card.tsx'

interface WhoHasItProps {
  readonly community: string
  readonly person: string
  readonly complaint: Complaint
  readonly onChange: () => Promise<void>
}

/** Which colleague has it, to whom it can be given, and taking it along on the round. */
export function WhoHasIt({ community, person, complaint, onChange }: WhoHasItProps) {
  const [seenAt, setSeenAt] = useState<string>()
  const { number, worker, state } = complaint
  if (ownerOf(state) !== 'property') return null
  if (seenAt !== undefined) {
    return (
      <AssignCard
        {...{ community, seenAt }}
        numbers={[number]}
        onClose={() => setSeenAt(undefined)}
        onDone={(refused) => {
          if (refused.length === 0) setSeenAt(undefined)
          void onChange()
        }}
      />
    )
  }
  return (
    <Card>
      <Row
        id="assign-open"
        title="经办人"
        note="点这里交给同事"
        value={worker ? (worker.me ? '我' : `${worker.role} ${worker.name}`) : '还没有人办'}
        onPress={() => setSeenAt(now().toISOString())}
      />
      <AddToRound {...{ community, person }} numbers={[number]} />
    </Card>
  )
}
