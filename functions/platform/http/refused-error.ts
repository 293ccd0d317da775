import type { RefusalCode } from '#shared/api.ts'
import type { Decision, Params } from '#shared/kernel/decision.ts'

/** The one way a handler says no. The edge looks up status and sentence by the code. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly code: RefusalCode
  readonly params: Params

  constructor(code: RefusalCode, params: Params = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.params = params
  }
}

/** What the core accepted, or its refusal thrown. */
export function accepted<T>(decision: Decision<T, RefusalCode>): T {
  if (decision.ok) return decision.value
  throw new RefusedError(decision.code, decision.params)
}
