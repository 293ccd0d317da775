import { latin1 } from './bytes.ts'

/** A page, a program or a document that a browser or a viewer would find in a picture's extra bytes. */
const HIDDEN = /<(?:script|html|body|iframe|svg|!doctype)\b|<\?php|%PDF-/i
const LEADING = /^\s*(?:PK\x03\x04|Rar!|7z\xbc\xaf|MZ|\x7fELF|#!)/
/** A zip is found from its end: the directory's mark is within the last 64 KB. */
const ZIP_END = 'PK\x05\x06'

const FRONT = 4_096
const BACK = 65_557

/** Do the bytes beside the picture hold another file? Looks at each piece's start and end only. */
export const isDisguise = (removed: readonly Uint8Array[]): boolean =>
  removed.some((piece) => {
    const front = latin1(piece, 0, FRONT)
    const back = latin1(piece, Math.max(0, piece.length - BACK), BACK)
    return HIDDEN.test(front) || LEADING.test(front) || back.includes(ZIP_END)
  })
