/** Files: photos now. What comes in is sent straight to the store by a signed form, what goes out is read by a signed address. */
export interface Blobs {
  /** A multipart form for one file under one key. Fields first, then the file as `file`. */
  uploadForm(ask: UploadAsk): UploadForm
  /** Readable by whoever has it until then. Stays the same for a while, so that a phone's cache is of use. */
  readUrl(key: string, expiresAt: Date): string
  get(key: string): Promise<Uint8Array | undefined>
  /** Replaces what is there; whoever reads sees the old or the new file whole. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Also where there is nothing. */
  delete(key: string): Promise<void>
}

export interface UploadAsk {
  readonly key: string
  /** An empty file is refused too. */
  readonly maxBytes: number
  /** The only one taken; without it the store does not know what it holds. */
  readonly contentType?: string
  readonly expiresAt: Date
}

export interface UploadForm {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** Segments of letters, digits, `-` and `_` with `/` between: no dot, so no way out of a folder. */
export const isBlobKey = (key: string): boolean =>
  key.length <= 512 && /^[\w-]+(?:\/[\w-]+)*$/.test(key)

/** @throws Error where our own code made a key that no store takes */
export function checkedKey(key: string): string {
  if (!isBlobKey(key)) throw new Error('not a blob key')
  return key
}
