import { symbolsOf } from '#shared/kernel/public-number.ts'
import type { Call } from '../platform/http/call.ts'
import type { Keys } from '../platform/keys/keys.ts'
import type { Place } from './change-home.ts'

/** Ten of 23 symbols that nobody mixes up: some 4 × 10¹³ codes. */
const SYMBOLS = 10

/** What stands on the paper. The same request gives the same code; the store never holds it. */
export const secretOf = (keys: Keys, { id }: Call<unknown>['key']): string =>
  symbolsOf(keys.digest('binding code', id), SYMBOLS)

/** `34679-ACDEF`: two groups are easy to copy. */
export const printed = (secret: string): string => `${secret.slice(0, 5)}-${secret.slice(5)}`

/** As typed: in any case, with any dashes and spaces. */
export const typed = (secret: string): string => secret.replace(/[\s\-—－·]/g, '').toUpperCase()

export const codeHash = (keys: Keys, { community, unit }: Place, secret: string): string =>
  keys.digestText('binding code hash', community, unit, secret)

/** An owner's key within one home, for screens: it says nothing elsewhere. */
export const memberIn =
  (keys: Keys, { community, unit }: Place) =>
  (owner: string): string =>
    keys.digestText('binding member', community, unit, owner).slice(0, 16)

export const phoneHash = (keys: Keys, phone: string): string =>
  keys.digestText('binding phone', phone)
