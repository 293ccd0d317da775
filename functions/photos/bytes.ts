/** Reading bytes nobody vouches for: outside of them there is nothing, and nothing throws. */
export const u16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Big-endian, 0 to 2³² − 1. */
export const u32 = (bytes: Uint8Array, at: number): number =>
  u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2)

export const u16le = (bytes: Uint8Array, at: number): number =>
  ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0)

export const u32le = (bytes: Uint8Array, at: number): number =>
  u16le(bytes, at + 2) * 0x1_0000 + u16le(bytes, at)

/** One character a byte: `ÿØ` for FF D8. */
export const latin1 = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, from + length)

export const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  at + text.length <= bytes.length && latin1(bytes, at, text.length) === text

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
