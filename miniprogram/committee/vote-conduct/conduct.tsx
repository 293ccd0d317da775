import { useState, type ReactNode } from 'react'
import type { Vote } from '#shared/votes/contract.ts'
import { CancelVote } from './cancel-vote.tsx'
import { FreezeRoll } from './freeze-roll.tsx'
import { GiveNotice } from './give-notice.tsx'
import { Overview } from './overview.tsx'
import type { Step } from './step.ts'

interface ConductProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly onDone: (vote: Vote) => void
  readonly reload: () => Promise<void>
}

const STEPS = { freeze: FreezeRoll, notice: GiveNotice, cancel: CancelVote } as const
type Doing = keyof typeof STEPS

/** Where a vote stands, or one step of it: what it leads to is read before it is done. */
export function Conduct(props: ConductProps) {
  const [doing, setDoing] = useState<Doing>()
  if (doing === undefined) return <Overview vote={props.vote} onStep={setDoing} />
  const Doing: (step: Step) => ReactNode = STEPS[doing]
  return <Doing {...props} onBack={() => setDoing(undefined)} />
}
