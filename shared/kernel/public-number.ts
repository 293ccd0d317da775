/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V, Q: what is left is not mixed up when read aloud or written by hand. */
export const ALPHABET = '34679ACDEFGHJKMNPRTUWXY' // 23 symbols: a prime, so the check catches every swap and slip
const SYMBOLS = 6

const valueOf = (symbol: string): number => ALPHABET.indexOf(symbol)

/** The symbol that catches every single slip and every swap of neighbours in `body`. */
export const checkOf = (body: string): string => {
  let sum = 0
  for (let place = 0; place < body.length; place += 1) {
    sum += (place + 1) * valueOf(body.charAt(place))
  }
  return ALPHABET.charAt(sum % ALPHABET.length)
}

/**
 * A number for the public: community code, six symbols of a keyed digest, a check symbol.
 * It says nothing about volume. `attempt` moves on to the next six symbols after a collision.
 * @param digest at least 32 bytes; holds five attempts
 */
export function publicNumber(code: string, digest: Uint8Array, attempt: number): string {
  let body = code
  for (let i = 0; i < SYMBOLS; i += 1) {
    const byte = digest[(attempt * SYMBOLS + i) % digest.length] ?? 0
    body += ALPHABET.charAt(byte % ALPHABET.length)
  }
  return body + checkOf(body)
}

export const NUMBER_ATTEMPTS = 5

/** As many symbols as said, one for each byte: for what people copy from paper. */
export const symbolsOf = (digest: Uint8Array, count: number): string =>
  Array.from(digest.subarray(0, count), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')

export const isPublicNumber = (number: string): boolean =>
  /^[34679ACDEFGHJKMNPRTUWXY]{9}$/.test(number) && checkOf(number.slice(0, -1)) === number.slice(-1)

/** `JX7K4M9R4` → `JX7-K4M-9R4`: three groups of three are easy to read aloud. */
export const formatNumber = (number: string): string => number.replace(/(.{3})(?=.)/g, '$1-')
