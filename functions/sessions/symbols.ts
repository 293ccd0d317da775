/** None of them is taken for another when read aloud or written by hand; as in public numbers. */
const ALPHABET = '34679ACDEFGHJKMNPRTUWXY'

/** So many symbols of a digest: at most one for each of its bytes. */
export const drawSymbols = (digest: Uint8Array, count: number): string =>
  Array.from({ length: count }, (_, i) => ALPHABET.charAt((digest[i] ?? 0) % ALPHABET.length)).join(
    '',
  )
