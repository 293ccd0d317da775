import { RefusedError } from '../../platform/http/refused-error.ts'

/** UTF-8 first: Chinese text in GB18030 is never valid UTF-8 by chance, the other way round it often is. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** A byte-order mark of UTF-16: what a spreadsheet calls Unicode text. */
const utf16Of = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** Text of a CSV file: UTF-8 with or without mark, GB18030, UTF-16 with mark. Only UTF-16 has zero bytes. */
export function decodeText(bytes: Uint8Array): string {
  const marked = utf16Of(bytes)
  if (marked === undefined && bytes.includes(0)) throw new RefusedError('register.not_a_table')
  for (const encoding of marked === undefined ? ENCODINGS : [marked]) {
    const text = decode(bytes, encoding)
    if (text !== undefined) return text
  }
  throw new RefusedError('register.encoding_unknown')
}
