import { checkOf, symbolsOf } from '#shared/kernel/public-number.ts'
import { LETTERS, type SheetCode } from '#shared/votes/papers/code.ts'
import { isSameSecret, type Keys } from '../../platform/keys/keys.ts'

/** What a sheet's letters are made of; they are never stored. */
export interface SheetIdentity {
  readonly vote: string
  readonly head: string
  readonly edition: number
  readonly notice: string
}

export function lettersOf(
  { digest }: Pick<Keys, 'digest'>,
  { vote, head, edition, notice }: SheetIdentity,
): string {
  const body = symbolsOf(digest('vote sheet', vote, head, String(edition), notice), LETTERS)
  return body + checkOf(body)
}

export const hasLetters = (
  keys: Pick<Keys, 'digest'>,
  identity: SheetIdentity,
  { letters }: SheetCode,
): boolean => isSameSecret(lettersOf(keys, identity), letters)
