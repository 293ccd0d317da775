import type { AskedCorrection } from '#shared/privacy/correction-contract.ts'

/** One request, and how what is shown of it is replaced by an answer or fetched again. */
export interface OfCorrection {
  readonly community: string
  readonly asked: AskedCorrection
  readonly put: (asked: AskedCorrection) => void
  readonly reload: () => Promise<void>
}
