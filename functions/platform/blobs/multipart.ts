/** What a multipart body is made of, in its order; `data` in pieces as they arrive. */
export type PartEvent =
  | { readonly kind: 'part'; readonly name: string; readonly contentType: string | undefined }
  | { readonly kind: 'data'; readonly bytes: Buffer }

/** Not a whole multipart/form-data body. */
export class MultipartError extends Error {
  override name = 'MultipartError'
}

const LONGEST_HEAD = 4_096
const MOST_PARTS = 40
const CRLF = '\r\n'

/** `multipart/form-data; boundary=…` → the boundary. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] =
    /^multipart\/form-data;.*\bboundary=(?:"([^"\s]{1,70})"|([^\s";,]{1,70}))(?:;|$)/i.exec(
      contentType,
    ) ?? []
  return quoted ?? plain
}

interface Reading {
  readonly delimiter: Buffer
  rest: Buffer
  place: 'before' | 'edge' | 'head' | 'data' | 'after'
  parts: number
}

/**
 * Reads a body piece by piece and keeps no more of it than a part's head or the length of the boundary.
 * @throws MultipartError
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<PartEvent> {
  // The first boundary may stand at the very start: with a line end before it, it is like the others.
  const start = Buffer.from(CRLF)
  const delimiter = Buffer.from(`${CRLF}--${boundary}`)
  const reading: Reading = { delimiter, rest: start, place: 'before', parts: 0 }
  for await (const chunk of body) {
    if (reading.place === 'after') continue
    reading.rest = Buffer.concat([reading.rest, chunk])
    for (let next = advance(reading); next !== 'more'; next = advance(reading)) {
      if (next !== 'moved') yield next
    }
  }
  if (reading.place !== 'after') throw new MultipartError('cut off')
}

type Step = PartEvent | 'moved' | 'more'

function advance(reading: Reading): Step {
  switch (reading.place) {
    case 'before':
    case 'data':
      return readData(reading)
    case 'edge':
      return readEdge(reading)
    case 'head':
      return readHead(reading)
    case 'after':
      return 'more'
  }
}

function readData(reading: Reading): Step {
  const { delimiter, rest, place } = reading
  const found = rest.indexOf(delimiter)
  // The last bytes may be the start of a boundary that the next chunk ends.
  const end = found < 0 ? Math.max(0, rest.length - delimiter.length + 1) : found
  reading.rest = rest.subarray(found < 0 ? end : found + delimiter.length)
  if (found >= 0) reading.place = 'edge'
  if (place === 'data' && end > 0) return { kind: 'data', bytes: rest.subarray(0, end) }
  return found < 0 ? 'more' : 'moved'
}

function readEdge(reading: Reading): Step {
  if (reading.rest.length < 2) return 'more'
  const two = reading.rest.subarray(0, 2).toString('latin1')
  if (two !== '--' && two !== CRLF) throw new MultipartError('a boundary without a line end')
  reading.rest = reading.rest.subarray(2)
  reading.place = two === '--' ? 'after' : 'head'
  return 'moved'
}

function readHead(reading: Reading): Step {
  const { rest } = reading
  const end = rest.indexOf(CRLF + CRLF)
  if ((end < 0 ? rest.length : end) > LONGEST_HEAD) throw new MultipartError('a head too long')
  if (end < 0) return 'more'
  reading.parts += 1
  if (reading.parts > MOST_PARTS) throw new MultipartError('too many parts')
  reading.rest = rest.subarray(end + 4)
  reading.place = 'data'
  return headOf(rest.subarray(0, end).toString())
}

function headOf(head: string): PartEvent {
  const name = /^content-disposition: *form-data;.*\bname="([^"\r\n]*)"/im.exec(head)?.[1]
  if (name === undefined) throw new MultipartError('a part without a name')
  const contentType = /^content-type: *([^\r\n]+)/im.exec(head)?.[1]
  return { kind: 'part', name, contentType }
}
