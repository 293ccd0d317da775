import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { startsWith } from './bytes.ts'
import { isDisguise } from './disguise.ts'
import { readJpeg } from './jpeg.ts'
import type { Kind, PhotoFault, Picture, Read } from './photo.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

export interface CheckedPhoto extends Picture {
  readonly kind: Kind
}

const LONGEST_SIDE = 12_000
const MOST_PIXELS = 60_000_000

const READERS: Readonly<Record<Kind, (bytes: Uint8Array) => Read>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
}

/** Is it a photo? Decided by its content: its name and what its sender says of it do not count. */
export function checkPhoto(bytes: Uint8Array): Decision<CheckedPhoto, PhotoFault> {
  if (bytes.length === 0) return refuse('photos.empty')
  const kind = kindOf(bytes)
  if (kind === undefined) {
    return refuse(isOtherImage(bytes) ? 'photos.kind_unsupported' : 'photos.not_a_photo')
  }
  const read = READERS[kind](bytes)
  if (typeof read === 'string') return refuse(read)
  const { width, height, removed } = read
  const isHuge = Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS
  if (isHuge) return refuse('photos.too_many_pixels')
  return isDisguise(removed) ? refuse('photos.disguised') : accept({ kind, ...read })
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? 'webp' : undefined
}

/** Pictures people do have, but not every phone can show, or that can move: told apart to say so. */
const isOtherImage = (bytes: Uint8Array): boolean =>
  ['GIF87a', 'GIF89a', 'BM', 'II*\0', 'MM\0*', '\0\0\x01\0'].some((magic) =>
    startsWith(bytes, magic),
  ) ||
  (startsWith(bytes, 'ftyp', 4) &&
    ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis'].some((brand) =>
      startsWith(bytes, brand, 8),
    ))
