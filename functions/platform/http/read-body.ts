import { RefusedError } from './refused-error.ts'

const MAX_BYTES = 512 * 1024
const MAX_DEPTH = 16

/** The body as text, never more than 512 KiB of it in memory. */
export async function readBody(request: Request): Promise<string> {
  const declared = request.headers.get('content-length')
  if (Number(declared ?? 0) > MAX_BYTES) throw new RefusedError('request.too_large')
  // A declared length is what the server reads at most.
  return declared === null ? readLimited(request) : request.text()
}

async function readLimited(request: Request): Promise<string> {
  const reader = request.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString()
    size += value.length
    if (size > MAX_BYTES) {
      await reader.cancel()
      throw new RefusedError('request.too_large')
    }
    chunks.push(value)
  }
}

/** A JSON object. Nesting beyond 16 is refused before it is parsed: no schema of ours is that deep. */
export function parseObject(body: string): Record<string, unknown> {
  if (body === '') return {}
  if (depthOf(body) > MAX_DEPTH) throw new RefusedError('request.not_json')
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (err) {
    throw new RefusedError('request.not_json', {}, { cause: err })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RefusedError('request.not_json')
  }
  const broken = ESCAPED_SURROGATE.test(body) ? illFormed(value, '') : undefined
  if (broken !== undefined)
    throw new RefusedError('request.invalid', { field: broken.slice(0, 120) })
  return value as Record<string, unknown>
}

/** Only an escape can put half of a symbol into a text: the bytes have been read as UTF-8 already. */
const ESCAPED_SURROGATE = /\\ud[89a-f]/i

/** The first field, or name of one, with half of a symbol in it: it has no UTF-8 form, so no store keeps what was sent. */
function illFormed(value: unknown, field: string): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : field
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, one] of Object.entries(value)) {
    const place = `${field === '' ? '' : `${field}.`}${name}`.toWellFormed()
    const broken = name.isWellFormed() ? illFormed(one, place) : place
    if (broken !== undefined) return broken
  }
  return undefined
}

/** Counts brackets, strings skipped; stops as soon as it is too deep. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < json.length && deepest <= MAX_DEPTH; i += 1) {
    const c = json.charCodeAt(i)
    if (c === 0x22) i = endOfString(json, i)
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, (depth += 1))
    else if (c === 0x7d || c === 0x5d) depth -= 1
  }
  return deepest
}

function endOfString(json: string, start: number): number {
  let i = start + 1
  while (i < json.length && json.charCodeAt(i) !== 0x22) i += json.charCodeAt(i) === 0x5c ? 2 : 1
  return i
}
