/** What a prepared data folder holds, as far as requests have to name it. */
export interface World {
  readonly folder: string
  /** Complaints of the large community. */
  readonly rows: number
  /** Sessions of residents who file. */
  readonly residents: readonly string[]
  /** Sessions of property staff, of the community with 30 complaints and of the large one. */
  readonly clerksOfFew: readonly string[]
  readonly clerksOfMany: readonly string[]
  /** Public numbers in the large community. */
  readonly numbers: readonly string[]
  /** Public numbers of what neighbours join. */
  readonly joined: readonly string[]
  readonly vote: string
  /** Each with a session and a head that has not voted. */
  readonly voters: readonly Voter[]
}

export interface Voter {
  readonly token: string
  readonly head: string
}

export const FEW = 'few'
export const MANY = 'many'
export const LIVE = 'live'
export const FEW_ROWS = 30
export const VOTE_ITEMS = 2
/** A ballot as every voter of the bench casts it. */
export const CHOICES = Array.from({ length: VOTE_ITEMS }, (_, n) => ({
  item: n + 1,
  choice: 'for',
}))

/** The path of an operation inside a community. */
export const inside = (community: string, rest: string): string =>
  `/api/v1/communities/${community}/${rest}`
