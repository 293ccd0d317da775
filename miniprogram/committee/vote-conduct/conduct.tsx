import { useState, type ReactNode } from 'react'
import type { Vote } from '#shared/votes/contract.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { FileDecision } from './file-decision.tsx'
import { GiveNotice } from './give-notice.tsx'
import { Overview } from './overview.tsx'
import { FreezeRoll, PublishResult, PublishRoll } from './plain-steps.tsx'
import { RecordGate } from './record-gate.tsx'
import { RecordOfficial } from './record-official.tsx'
import type { Doing, Step } from './step.ts'
import { CancelVote, ExecuteDecision } from './worded-steps.tsx'

interface ConductProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly onDone: (vote: Vote) => void
  readonly reload: () => Promise<void>
}

const STEPS = {
  publish: PublishRoll,
  freeze: FreezeRoll,
  gate: RecordGate,
  notice: GiveNotice,
  confirm: ConfirmStep,
  official: RecordOfficial,
  result: PublishResult,
  file: FileDecision,
  execute: ExecuteDecision,
  cancel: CancelVote,
} as const satisfies Readonly<Record<Doing, (step: Step) => ReactNode>>

/** Where a vote stands, or one step of it: what it leads to is read before it is done. */
export function Conduct(props: ConductProps) {
  const [doing, setDoing] = useState<Doing>()
  if (doing === undefined) return <Overview vote={props.vote} onStep={setDoing} />
  const Doing: (step: Step) => ReactNode = STEPS[doing]
  return (
    <Doing
      {...props}
      // A step may leave the state as it is: one office confirmed, the other has not.
      onDone={(vote) => {
        setDoing(undefined)
        props.onDone(vote)
      }}
      onBack={() => setDoing(undefined)}
    />
  )
}
