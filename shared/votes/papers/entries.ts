import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { EntryOutcome, EntryState } from './terms.ts'

/** What somebody read off a sheet, by a digest: two are compared, and none can be read. */
export interface Entry {
  /** From 1 on. A round is at most three entries, by three people. */
  readonly round: number
  readonly person: string
  readonly digest: string
}

export interface NextEntry {
  readonly round: number
  readonly outcome: EntryOutcome
  /** Who entered the same before, where the sheet is settled by it. */
  readonly equalTo?: string
}

/**
 * What an entry comes to. Two equal ones by two people settle a sheet; where they differ, a third person decides, or
 * both begin anew: nobody alone can enter until it fits.
 */
export function nextEntry(
  entries: readonly Entry[],
  person: string,
  digest: string,
): Decision<NextEntry, 'votes.entered_by_you'> {
  const round = entries.at(-1)?.round ?? 1
  const standing = entries.filter((one) => one.round === round)
  if (standing.length === 0) return accept({ round, outcome: 'first' })
  const isTheirs = standing.some((one) => one.person === person)
  if (standing.length === 1 && isTheirs) return refuse('votes.entered_by_you')
  if (isTheirs || standing.length === 3) return accept({ round: round + 1, outcome: 'first' })
  const equal = standing.find((one) => one.digest === digest)
  return accept(
    equal ? { round, outcome: 'settled', equalTo: equal.person } : { round, outcome: 'differs' },
  )
}

/** How far the two are, by the entries alone. */
export function entryState(entries: readonly Entry[]): EntryState {
  const round = entries.at(-1)?.round
  const standing = entries.filter((one) => one.round === round)
  if (standing.length === 0) return 'none'
  if (standing.length === 1) return 'one'
  const digests = new Set(standing.map(({ digest }) => digest))
  return digests.size < standing.length ? 'settled' : 'differs'
}
