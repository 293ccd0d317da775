import type { Invitation } from '#shared/people/roles-contract.ts'

/** An invitation that was made, and its code: the server tells it this once. */
export interface Given {
  readonly invitation: Invitation
  readonly code: string
}
