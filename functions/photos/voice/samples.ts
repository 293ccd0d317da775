import { u32 } from '../bytes.ts'
import { childOf, u64, type Box } from './boxes.ts'

/** Of an audio track: how long it sounds, and where in the file its sound lies. */
export interface Samples {
  readonly milliseconds: number
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/** A minute of AAC has 5,625 samples at most. */
const MOST_SAMPLES = 20_000

/** ISO/IEC 14496-12, §8.6–8.7; `undefined` where the tables do not fit together. */
export function samplesOf(bytes: Uint8Array, track: Box): Samples | undefined {
  const table = childOf(bytes, track, 'mdia', 'minf', 'stbl')
  const perSecond = timescaleOf(bytes, track)
  const times = table && timesIn(bytes, childOf(bytes, table, 'stts'))
  if (!times || perSecond === 0) return undefined
  const sizes = sizesIn(bytes, childOf(bytes, table, 'stsz'))
  const ranges = sizes?.length === times.samples && placesIn(bytes, table, sizes)
  const milliseconds = Math.round((times.units * 1_000) / perSecond)
  return ranges ? { milliseconds, ranges } : undefined
}

function timescaleOf(bytes: Uint8Array, track: Box): number {
  const header = childOf(bytes, track, 'mdia', 'mdhd')
  return header ? u32(bytes, header.body + (bytes[header.body] === 1 ? 20 : 12)) : 0
}

function placesIn(bytes: Uint8Array, table: Box, sizes: readonly number[]) {
  const offsets = offsetsIn(bytes, table)
  const runs = childOf(bytes, table, 'stsc')
  return offsets && runs && rangesOf(sizes, offsets, runsIn(bytes, runs))
}

/** As many rows as a table says it has, if they are all there. */
function rowsOf(bytes: Uint8Array, box: Box, head: number, width: number): number[] | undefined {
  const count = u32(bytes, box.body + head - 4)
  if (count > MOST_SAMPLES || box.body + head + count * width > box.to) return undefined
  return Array.from({ length: count }, (_, row) => box.body + head + row * width)
}

function timesIn(bytes: Uint8Array, box: Box | undefined) {
  const rows = box && rowsOf(bytes, box, 8, 8)
  return rows?.reduce(
    ({ samples, units }, at) => {
      const count = u32(bytes, at)
      return { samples: samples + count, units: units + count * u32(bytes, at + 4) }
    },
    { samples: 0, units: 0 },
  )
}

function sizesIn(bytes: Uint8Array, box: Box | undefined): number[] | undefined {
  if (!box) return undefined
  const fixed = u32(bytes, box.body + 4)
  const count = u32(bytes, box.body + 8)
  if (count === 0 || count > MOST_SAMPLES) return undefined
  if (fixed !== 0) return Array.from({ length: count }, () => fixed)
  return rowsOf(bytes, box, 12, 4)?.map((at) => u32(bytes, at))
}

function offsetsIn(bytes: Uint8Array, table: Box): number[] | undefined {
  const short = childOf(bytes, table, 'stco')
  if (short) return rowsOf(bytes, short, 8, 4)?.map((at) => u32(bytes, at))
  const long = childOf(bytes, table, 'co64')
  return long && rowsOf(bytes, long, 8, 8)?.map((at) => u64(bytes, at))
}

const runsIn = (bytes: Uint8Array, box: Box): { first: number; samples: number }[] =>
  (rowsOf(bytes, box, 8, 12) ?? []).map((at) => ({
    first: u32(bytes, at),
    samples: u32(bytes, at + 4),
  }))

/** Chunk by chunk: each holds as many samples as the run it stands in says. All samples must have their place. */
function rangesOf(
  sizes: readonly number[],
  offsets: readonly number[],
  runs: readonly { readonly first: number; readonly samples: number }[],
): Samples['ranges'] | undefined {
  let next = 0
  let run = -1
  const ranges = offsets.map((from, chunk) => {
    while ((runs[run + 1]?.first ?? Infinity) <= chunk + 1) run += 1
    const taken = sizes.slice(next, next + (runs[run]?.samples ?? 0))
    next += taken.length
    return [from, from + taken.reduce((sum, size) => sum + size, 0)] as const
  })
  return next === sizes.length ? ranges : undefined
}
