import type { Settings } from '#shared/complaints/settings.ts'

export interface PartProps {
  readonly settings: Settings
  readonly onChange: (to: (old: Settings) => Settings) => void
}

/** Characters as the rules count them. */
export const lengthOf = (text: string): number => Array.from(text.trim()).length

/** A list with one entry a place further up. */
export const movedUp = <T>(all: readonly T[], at: number): T[] =>
  all.flatMap((one, n) => {
    if (n === at - 1) return [all[at] ?? one]
    return n === at ? [all[at - 1] ?? one] : [one]
  })
