import { latin1, u32 } from '../bytes.ts'

/** A box of an MP4 file: where it, and what is in it, stands in the bytes. */
export interface Box {
  readonly type: string
  readonly from: number
  readonly body: number
  readonly to: number
}

/** The boxes that fill these bytes exactly; `undefined` where they do not. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = boxAt(bytes, at, to)
    if (!box) return undefined
    boxes.push(box)
    at = box.to
  }
  return boxes
}

function boxAt(bytes: Uint8Array, from: number, end: number): Box | undefined {
  if (from + 8 > end) return undefined
  const short = u32(bytes, from)
  const isLong = short === 1
  const body = from + (isLong ? 16 : 8)
  const length = isLong ? u64(bytes, from + 8) : short === 0 ? end - from : short
  const to = from + length
  return body <= to && to <= end ? { type: latin1(bytes, from + 4, 4), from, body, to } : undefined
}

/** Beyond 2⁵³ it is not exact, and no file of ours is so long. */
export const u64 = (bytes: Uint8Array, at: number): number =>
  u32(bytes, at) * 0x1_0000_0000 + u32(bytes, at + 4)

export const childOf = (
  bytes: Uint8Array,
  { body, to }: Box,
  ...path: readonly string[]
): Box | undefined => {
  const [first, ...rest] = path
  const child = boxesIn(bytes, body, to)?.find(({ type }) => type === first)
  return child && rest.length > 0 ? childOf(bytes, child, ...rest) : child
}
