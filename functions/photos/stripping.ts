import { concat } from './bytes.ts'
import type { CheckedPhoto } from './checking.ts'

/**
 * The photo as others may have it: pixels untouched, turned the same way up, and no word of where, when, by whom
 * or with what it was taken.
 */
export const stripPhoto = ({ kept }: CheckedPhoto): Uint8Array => concat(kept)
