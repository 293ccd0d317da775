/** Longest text WeChat looks at in one call. */
const LONGEST = 2_500
/** So much of the piece before is repeated: no word can hide on a cut. */
const OVERLAP = 50

/** Counts UTF-16 units, the strictest reading of WeChat's "characters"; never cuts a pair in two. */
export function piecesOf(content: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (content.length - start > LONGEST) {
    const end = cutBefore(content, start + LONGEST)
    pieces.push(content.slice(start, end))
    start = cutBefore(content, end - OVERLAP)
  }
  return [...pieces, content.slice(start)]
}

const cutBefore = (content: string, at: number): number => {
  const unit = content.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
