export interface Surroundings {
  /** A line for the person who started it. */
  readonly say: (line: string) => void
  readonly log: (line: string) => void
  /** From 0 to less than 1. */
  readonly random: () => number
  /** Makes the H5 app where it is stale. */
  readonly buildSite: () => Promise<void>
}
