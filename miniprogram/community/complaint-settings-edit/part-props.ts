import type { Settings } from '#shared/complaints/settings.ts'

export interface PartProps {
  readonly settings: Settings
  readonly onChange: (to: (old: Settings) => Settings) => void
}

/** A list with one entry a place further up. */
export const movedUp = <T>(all: readonly T[], at: number): T[] =>
  all.flatMap((one, n) => {
    if (n === at - 1) return [all[at] ?? one]
    return n === at ? [all[at - 1] ?? one] : [one]
  })
