import type { StoredVote } from './stored.ts'

/** Who confirmed for which office, as the rules ask. */
export const confirmationsIn = ({ confirmations = [] }: StoredVote) =>
  confirmations.map(({ office, by }) => ({ office, person: by.person }))

/** As people see it. */
export const confirmationsView = ({ confirmations = [] }: StoredVote) =>
  confirmations.map(({ office, by, at }) => ({ office, by: by.name, at }))
