export const KINDS = ['jpeg', 'png', 'webp'] as const
export type Kind = (typeof KINDS)[number]

/** Why bytes are not a photo we take. Each has its sentence in `shared/photos/refusals.ts`. */
export type PhotoFault =
  | 'photos.empty'
  | 'photos.not_a_photo'
  | 'photos.kind_unsupported'
  | 'photos.damaged'
  | 'photos.disguised'
  | 'photos.too_many_pixels'

/** What a reader found: what is to be kept, in order, and what is not. Both are views of the bytes read. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** With the orientation's few bytes where it was turned; pixels untouched. */
  readonly kept: readonly Uint8Array[]
  /** Metadata, comments, and whatever follows the picture's end. */
  readonly removed: readonly Uint8Array[]
}

export type Read = Picture | PhotoFault

export const CONTENT_TYPES: Readonly<Record<Kind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}
