import type { Vote } from '#shared/votes/contract.ts'

/** One step of conducting a vote, on a screen of its own. */
export interface Step {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  /** Shows the vote as the server answered. */
  readonly onDone: (vote: Vote) => void
  /** Somebody else may have acted first: what is shown is old. */
  readonly reload: () => Promise<void>
  readonly onBack: () => void
}

/** The steps there are, in the order they are taken. */
export type Doing =
  | 'publish'
  | 'freeze'
  | 'gate'
  | 'notice'
  | 'confirm'
  | 'official'
  | 'result'
  | 'file'
  | 'execute'
  | 'cancel'
