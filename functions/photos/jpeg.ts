import { concat, latin1, startsWith, u16 } from './bytes.ts'
import { readTables } from './jpeg-tables.ts'
import { orientationIn, tiffOf } from './orientation.ts'
import type { PhotoFault, Read } from './photo.ts'

// ITU-T T.81, annex B. A picture is SOI, segments, scans, EOI.
const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
const [APP0, APP1, APP2, APP14] = [0xe0, 0xe1, 0xe2, 0xee]
/** Baseline, extended and progressive: what phones write and browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'
/** A photo has some dozens: more of them only cost time. */
const MOST_SEGMENTS = 2_000

interface Progress {
  readonly bytes: Uint8Array
  readonly kept: Uint8Array[]
  readonly removed: Uint8Array[]
  width: number
  height: number
  components: number
  scans: number
  segments: number
  /** As the first EXIF says it. */
  orientation: number | undefined
}

type Step = { readonly next: number } | { readonly fault: PhotoFault }
const damaged: Step = { fault: 'photos.damaged' }

/** Reads segment by segment up to the picture's end. Nothing is decoded; every length is checked. */
export function readJpeg(bytes: Uint8Array): Read {
  const progress: Progress = {
    bytes,
    kept: [],
    removed: [],
    width: 0,
    height: 0,
    components: 0,
    scans: 0,
    segments: 0,
    orientation: undefined,
  }
  for (let at = 2; ;) {
    const marker = markerAt(bytes, at)
    if (!marker) return 'photos.damaged'
    if (marker.code === EOI) return finish(progress, marker.end)
    const step = readSegment(progress, marker.code, marker.end)
    if ('fault' in step) return step.fault
    at = step.next
  }
}

/** `FF` once or more, then a code. */
function markerAt(bytes: Uint8Array, at: number): { code: number; end: number } | undefined {
  if (bytes[at] !== 0xff) return undefined
  let end = at + 1
  while (bytes[end] === 0xff) end += 1
  const code = bytes[end]
  return code === undefined ? undefined : { code, end: end + 1 }
}

function readSegment(progress: Progress, code: number, at: number): Step {
  const { bytes } = progress
  const next = at + u16(bytes, at)
  progress.segments += 1
  if (next < at + 2 || next > bytes.length || progress.segments > MOST_SEGMENTS) return damaged
  if (isMisplaced(code)) return damaged
  if (OTHER_FRAMES.includes(code)) return { fault: 'photos.kind_unsupported' }
  const body = bytes.subarray(at + 2, next)
  const segment = concat([Uint8Array.of(0xff, code), bytes.subarray(at, next)])
  if (FRAMES.includes(code)) return readFrame(progress, body, segment, next)
  if (code === SOS) return readScan(progress, body, segment, next)
  const verdict = readTables(code, body)
  if (verdict === 'broken') return damaged
  if (verdict === 'kept') progress.kept.push(segment)
  else sortApplication(progress, code, body, segment)
  return { next }
}

/** Codes below C0 and restart marks have no length, and a second start no place: none stands between whole segments. */
const isMisplaced = (code: number): boolean => code < 0xc0 || (code >= 0xd0 && code <= SOI)

function readFrame(progress: Progress, body: Uint8Array, segment: Uint8Array, next: number): Step {
  const components = body[5] ?? 0
  const isWhole = components >= 1 && components <= 4 && body.length === 6 + components * 3
  // A height of 0 would be told after the scan; no camera does that, and some readers crash on it.
  const [height, width] = [u16(body, 1), u16(body, 3)]
  if (!isWhole || progress.components > 0 || height === 0 || width === 0) return damaged
  if (body[0] !== 8) return { fault: 'photos.kind_unsupported' }
  progress.kept.push(segment)
  Object.assign(progress, { width, height, components })
  return { next }
}

/** The scan's head, and its data up to the next marker that is not a restart mark. */
function readScan(progress: Progress, body: Uint8Array, segment: Uint8Array, from: number): Step {
  const { bytes, components } = progress
  const inScan = body[0] ?? 0
  const isWhole = inScan >= 1 && inScan <= components && body.length === 4 + inScan * 2
  if (!isWhole) return damaged
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && isData(bytes[at + 1])) at = bytes.indexOf(0xff, at + 1)
  if (at <= from) return damaged
  progress.kept.push(segment, bytes.subarray(from, at))
  progress.scans += 1
  return { next: at }
}

/** A stuffed byte or a restart mark: the scan goes on. */
const isData = (after: number | undefined): boolean =>
  after === 0 || (after !== undefined && after >= 0xd0 && after <= 0xd7)

/** JFIF without its thumbnail, Adobe's colour mark and the colour profile are needed to show it right; nothing else is. */
function sortApplication(
  progress: Progress,
  code: number,
  body: Uint8Array,
  segment: Uint8Array,
): void {
  if (code === APP0 && startsWith(body, 'JFIF\0') && body.length >= 14) {
    const plain = [...body.subarray(0, 12), 0, 0]
    progress.kept.push(Uint8Array.of(0xff, APP0, 0, 16, ...plain))
    progress.removed.push(body.subarray(14))
  } else if (isColour(code, body)) {
    progress.kept.push(segment)
  } else {
    progress.removed.push(body)
    progress.orientation ??= orientationOf(code, body)
  }
}

const orientationOf = (code: number, body: Uint8Array): number | undefined =>
  code === APP1 && startsWith(body, EXIF) ? orientationIn(body.subarray(EXIF.length)) : undefined

const isColour = (code: number, body: Uint8Array): boolean =>
  (code === APP14 && startsWith(body, 'Adobe') && body.length === 12) ||
  (code === APP2 && isProfile(body))

/** The first piece carries the profile's own signature; the pieces after it are numbered. */
const isProfile = (body: Uint8Array): boolean =>
  startsWith(body, ICC) &&
  (body[12] === 1 ? latin1(body, 14 + 36, 4) === 'acsp' : (body[12] ?? 0) <= (body[13] ?? 0))

function finish(progress: Progress, end: number): Read {
  const { bytes, kept, removed, width, height, scans, orientation = 1 } = progress
  if (scans === 0) return 'photos.damaged'
  const exif = concat([Uint8Array.from(EXIF, codeOf), tiffOf(orientation)])
  const app1 = Uint8Array.of(0xff, APP1, 0, exif.length + 2, ...exif)
  const turned = orientation > 1 ? [app1] : []
  return {
    width,
    height,
    kept: [Uint8Array.of(0xff, SOI), ...turned, ...kept, Uint8Array.of(0xff, EOI)],
    removed: [...removed, bytes.subarray(end)],
  }
}

const codeOf = (character: string): number => character.charCodeAt(0)
