/** Tables and marks no camera writes, and few readers know. */
const ODD = [0xcc, 0xdc, 0xde, 0xdf]

const TABLES: Readonly<Record<number, (body: Uint8Array) => boolean>> = {
  0xc4: (body) => fills(body, huffmanLength),
  0xdb: (body) => fills(body, quantisationLength),
  // The restart interval.
  0xdd: (body) => body.length === 2,
}

/**
 * Is this segment a table a decoder needs, and is it that table and nothing more?
 * Whatever is kept is kept byte for byte, so a table must fill its segment exactly.
 */
export function readTables(code: number, body: Uint8Array): 'kept' | 'broken' | 'other' {
  if (ODD.includes(code)) return 'broken'
  const isWhole = TABLES[code]
  if (!isWhole) return 'other'
  return isWhole(body) ? 'kept' : 'broken'
}

/** One table after the other, the last one ending where the segment ends. */
function fills(body: Uint8Array, lengthAt: (at: number, body: Uint8Array) => number): boolean {
  let at = 0
  while (at < body.length) {
    const length = lengthAt(at, body)
    if (length === 0) return false
    at += length
  }
  return at === body.length && at > 0
}

/** Precision and number, then 64 values of one byte or two. */
function quantisationLength(at: number, body: Uint8Array): number {
  const [precision, number] = halves(body[at])
  return precision > 1 || number > 3 ? 0 : 65 + 64 * precision
}

/** Class and number, 16 counts, then as many symbols as they say. */
function huffmanLength(at: number, body: Uint8Array): number {
  const [kind, number] = halves(body[at])
  if (kind > 1 || number > 3 || at + 17 > body.length) return 0
  const symbols = body.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
  return symbols > 256 ? 0 : 17 + symbols
}

const halves = (byte = 0xff): readonly [number, number] => [byte >> 4, byte & 15]
