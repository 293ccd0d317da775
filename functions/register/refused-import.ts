import { type RefusalCode, refusals } from '#shared/api.ts'
import type { Params } from '#shared/kernel/decision.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import type { StoredImport } from './stored-import.ts'

/** Code and sentence, for somebody who looks later. */
export const refusalOf = (code: RefusalCode, params: Params = {}) => ({
  code,
  detail: fillIn(refusals[code].detail, params),
})

export const refused = (one: StoredImport, code: RefusalCode, params?: Params): StoredImport => ({
  ...one,
  state: 'refused',
  refusal: refusalOf(code, params),
})
