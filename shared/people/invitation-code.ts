import { ALPHABET, checkOf, symbolsOf } from '#shared/kernel/public-number.ts'

// 23^11 codes, each good once and for some days: guessing one is hopeless at the rate at which a person may ask.
const SYMBOLS = 11

/** Twelve symbols, the last a check: what the giver hands to the invited person. @param digest at least 11 bytes */
export function invitationCode(digest: Uint8Array): string {
  const body = symbolsOf(digest, SYMBOLS)
  return body + checkOf(body)
}

/** In three groups of four, as it is read aloud. */
export const formatCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code somebody typed, however they wrote it; `undefined` where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s‐-―-]/g, '')
  const isWhole = code.length === SYMBOLS + 1 && Array.from(code).every(isSymbol)
  return isWhole && checkOf(code.slice(0, SYMBOLS)) === code.slice(SYMBOLS) ? code : undefined
}

const isSymbol = (symbol: string): boolean => ALPHABET.includes(symbol)
