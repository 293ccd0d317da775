import type { Choice } from '../terms.ts'

/** What stands on a ballot for one item. */
export type Mark = Choice | 'blank' | 'double'

/** A ballot as handed in, whatever it says: nothing here depends on a choice. */
export interface Submission {
  readonly by: string
  /** The principal, where an agent hands it in. */
  readonly onBehalfOf: string | null
  /** The homes it names; `null` means all of the voter's. */
  readonly units: readonly string[] | null
  readonly channel: 'electronic' | 'paper'
  readonly signed: boolean
  /** When it was cast, in ms since 1970. */
  readonly at: number
}

export interface Proxy {
  readonly principal: string
  readonly agent: string
  readonly written: boolean
}

export interface BallotBox<B extends Submission> {
  /** In the order they were taken in: the last word where two were cast at the same instant. */
  readonly ballots: readonly B[]
  readonly proxies: readonly Proxy[]
  /** Owners with recorded service of the ballot (送达). */
  readonly served: ReadonlySet<string>
  /** Keys of heads with recorded service, where it is recorded home by home; it then decides alone. */
  readonly servedHeads?: ReadonlySet<string>
}

export interface BallotRules {
  readonly revote: 'LAST_BEFORE_CLOSE' | 'FIRST_FINAL'
  /** How many principals one agent may speak for; `null` where nothing limits it. */
  readonly proxyCap: number | null
  /** In ms since 1970; a ballot at this very instant is in time. */
  readonly closesAt: number
}

/** The owner whose ballot it is. */
export const voterOf = (ballot: Submission): string => ballot.onBehalfOf ?? ballot.by

export const isCastByAnAgent = (ballot: Submission): boolean => ballot.onBehalfOf !== null

export const isCastInTime = (ballot: Submission, closesAt: number): boolean => ballot.at <= closesAt
