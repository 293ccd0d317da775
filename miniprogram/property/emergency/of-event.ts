import type { Emergency } from '#shared/emergencies/contract.ts'

/** One emergency, and how what is shown of it is replaced by an answer or fetched again. */
export interface OfEvent {
  readonly community: string
  readonly event: Emergency
  readonly put: (event: Emergency) => void
  readonly reload: () => Promise<void>
}
