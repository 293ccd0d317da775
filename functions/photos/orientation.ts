import { startsWith, u16, u16le, u32, u32le } from './bytes.ts'

const ORIENTATION = 0x0112
const SHORT = 3
const MOST_ENTRIES = 512

/** How the camera was held, 1 (upright) to 8, from a TIFF block as EXIF has it; 1 where it does not say. */
export function orientationIn(tiff: Uint8Array): number {
  const isLittle = startsWith(tiff, 'II*\0')
  if (!isLittle && !startsWith(tiff, 'MM\0*')) return 1
  const [short, long] = isLittle ? [u16le, u32le] : [u16, u32]
  const directory = long(tiff, 4)
  const entries = Math.min(short(tiff, directory), MOST_ENTRIES)
  for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12) {
    if (short(tiff, entry) !== ORIENTATION) continue
    const isOne = short(tiff, entry + 2) === SHORT && long(tiff, entry + 4) === 1
    return isOne ? upright(short(tiff, entry + 8)) : 1
  }
  return 1
}

const upright = (value: number): number => (value >= 1 && value <= 8 ? value : 1)

/** The smallest TIFF block that says it: one entry, and nothing else about anybody. */
export const tiffOf = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8], // MM*, the directory follows
    ...[0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0], // no next directory
  ])
