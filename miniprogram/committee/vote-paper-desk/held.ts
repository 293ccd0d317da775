import type { SheetInHand } from '#shared/votes/papers/terms.ts'

/** A sheet somebody holds, with the code that is printed on it. */
export interface Held {
  readonly code: string
  readonly sheet: SheetInHand
}
