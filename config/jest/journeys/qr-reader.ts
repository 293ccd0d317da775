// Reads a QR code off the screen, without the encoder that drew it: ISO/IEC 18004, byte mode, level M, versions 1–10.
import type { Phone } from './phone.ts'

type Bits = readonly (readonly boolean[])[]
interface Blocks {
  /** Codewords of data in each block, then of mending in every block. */
  readonly data: readonly number[]
  readonly mends: number
}

// ISO/IEC 18004, table 9, level M; and annex E: where alignment patterns stand.
const BLOCKS: readonly Blocks[] = [
  { data: [16], mends: 10 },
  { data: [28], mends: 16 },
  { data: [44], mends: 26 },
  { data: [32, 32], mends: 18 },
  { data: [43, 43], mends: 24 },
  { data: [27, 27, 27, 27], mends: 16 },
  { data: [31, 31, 31, 31], mends: 18 },
  { data: [38, 38, 39, 39], mends: 22 },
  { data: [36, 36, 36, 37, 37], mends: 22 },
  { data: [43, 43, 43, 43, 44], mends: 26 },
]
const CENTRES = [
  ...[[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34]],
  ...[
    [6, 22, 38],
    [6, 24, 42],
    [6, 26, 46],
    [6, 28, 50],
  ],
]
const MASKS: readonly ((row: number, col: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** What the picture of that id says to a camera: read from a photograph of the screen. */
export async function readQrCode(phone: Pick<Phone, 'page' | 'see'>, id: string): Promise<string> {
  const picture = phone.see(id)
  await picture.waitFor()
  const photo = `data:image/png;base64,${(await picture.screenshot()).toString('base64')}`
  return textIn(modulesIn(await phone.page.evaluate(darkPixelsOf, photo)))
}

/** Runs in the page, which can open a picture: its rows, `1` for each dark pixel. */
async function darkPixelsOf(photo: string): Promise<readonly string[]> {
  const image = new Image()
  image.src = photo
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return Array.from({ length: image.height }, (_, y) =>
    Array.from({ length: image.width }, (_one, x) =>
      (data[4 * (y * image.width + x)] ?? 255) < 128 ? '1' : '0',
    ).join(''),
  )
}

/** The corner pattern is seven modules wide; from its edge the picture is measured in modules. */
function modulesIn(rows: readonly string[]): Bits {
  const top = rows.findIndex((row) => row.includes('1'))
  const first = rows[top] ?? ''
  const left = first.indexOf('1')
  const corner = /^1+/.exec(first.slice(left))?.[0].length ?? 0
  const side = first.lastIndexOf('1') + 1 - left
  const count = Math.round(side / (corner / 7))
  if (left < (4 * corner) / 7 || top < (4 * corner) / 7) throw new Error('no quiet zone')
  const cell = side / count
  const at = (from: number, n: number): number => Math.floor(from + (n + 0.5) * cell)
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_one, col) => rows[at(top, row)]?.[at(left, col)] === '1'),
  )
}

function textIn(bits: Bits): string {
  const version = (bits.length - 17) / 4
  const blocks = BLOCKS[version - 1]
  if (!blocks) throw new Error(`no version: ${bits.length} modules`)
  const bytes = mendedData(codewordsOf(bits, version), blocks)
  const stream = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const sized = version < 10 ? 8 : 16
  if (!stream.startsWith('0100')) throw new Error('not in byte mode')
  const length = parseInt(stream.slice(4, 4 + sized), 2)
  const start = 4 + sized
  return Array.from({ length }, (_, i) =>
    String.fromCharCode(parseInt(stream.slice(start + 8 * i, start + 8 * (i + 1)), 2)),
  ).join('')
}

/** Everything that is no pattern, with the mask taken off. */
function codewordsOf(bits: Bits, version: number): readonly number[] {
  const mask = MASKS[maskOf(bits)]
  const stream = placesIn(bits.length)
    .filter(([row, col]) => !isReserved(row, col, bits.length, version))
    .map(([row, col]) => (bits[row]?.[col] !== mask?.(row, col) ? '1' : '0'))
    .join('')
  return (stream.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
}

/** Row and column, up and down in columns of two from the right; the column of the timing pattern is left out. */
function placesIn(size: number): readonly (readonly [number, number])[] {
  const pairs = Array.from({ length: (size - 1) / 2 }, (_, i) => size - 1 - 2 * i)
  return pairs.flatMap((from, i) => {
    const right = from <= 6 ? from - 1 : from
    return Array.from({ length: size }, (_, step) =>
      i % 2 === 0 ? size - 1 - step : step,
    ).flatMap((row) => [[row, right] as const, [row, right - 1] as const])
  })
}

/** Beside the upper left corner: level and mask. @throws where the level is not M */
function maskOf(bits: Bits): number {
  const read = [0, 1, 2, 3, 4].map((col) => (bits[8]?.[col] === true ? '1' : '0')).join('')
  // ISO/IEC 18004, 7.9: the first five of 15 bits, over 101010000010010.
  const [level, mask] = [parseInt(read, 2) ^ 0b10101].flatMap((n) => [n >> 3, n & 7])
  if (level !== 0) throw new Error('not of level M')
  return mask ?? 0
}

function isReserved(row: number, col: number, size: number, version: number): boolean {
  const isTiming = row === 6 || col === 6
  return isTiming || isCorner(row, col, size, version) || isAligning(row, col, size, version)
}

/** The three corners with what stands beside them: level and mask, from version 7 the version. */
function isCorner(row: number, col: number, size: number, version: number): boolean {
  const [upper, far] = row < col ? [row, col] : [col, row]
  const isFirst = row < 9 && col < 9
  const isOther = upper < 9 && far >= size - 8
  return isFirst || isOther || (version >= 7 && upper < 6 && far >= size - 11)
}

function isAligning(row: number, col: number, size: number, version: number): boolean {
  const centres = CENTRES[version - 1] ?? []
  const isFinder = (r: number, c: number): boolean =>
    (r === 6 && c === 6) || (r === 6 && c === size - 7) || (r === size - 7 && c === 6)
  return centres.some((r) =>
    centres.some((c) => !isFinder(r, c) && Math.abs(row - r) <= 2 && Math.abs(col - c) <= 2),
  )
}

/** @throws where a block's mending does not belong to its data: a camera would refuse it */
function mendedData(codewords: readonly number[], { data, mends }: Blocks): readonly number[] {
  const blocks = data.map((): number[] => [])
  const longest = Math.max(...data)
  let next = 0
  const take = (block: number[] | undefined): void => {
    block?.push(codewords[next] ?? 0)
    next += 1
  }
  for (let i = 0; i < longest; i += 1) {
    data.forEach((length, block) => i < length && take(blocks[block]))
  }
  for (let i = 0; i < mends; i += 1) blocks.forEach(take)
  blocks.forEach((block) => {
    if (!isWhole(block, mends)) throw new Error('damaged')
  })
  return blocks.flatMap((block, i) => block.slice(0, data[i]))
}

/** Reed and Solomon: a block as a polynomial is zero at the first powers of 2 in GF(256), modulus 285. */
function isWhole(block: readonly number[], mends: number): boolean {
  const times = (a: number, b: number): number => {
    let product = 0
    for (let bit = 7; bit >= 0; bit -= 1) {
      product = (product << 1) ^ (product & 128 ? 285 : 0)
      if (b & (1 << bit)) product ^= a
    }
    return product
  }
  let root = 1
  for (let power = 0; power < mends; power += 1) {
    if (block.reduce((sum, byte) => times(sum, root) ^ byte, 0) !== 0) return false
    root = times(root, 2)
  }
  return true
}
