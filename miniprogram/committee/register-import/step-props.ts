import type { Import } from '#shared/register/terms.ts'
import type { Query } from '#miniprogram/platform/use-query.ts'

/** What every step of one import is given. */
export interface StepProps {
  readonly person: string
  readonly community: string
  readonly found: Import
  readonly query: Query<Import>
  readonly onSent: (id: string) => void
  /** Lets go of this import: the next file begins another. */
  readonly onEnd: () => void
}
