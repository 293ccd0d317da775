import { RefusedError } from '../http/refused-error.ts'
import type { FileBlobs } from './file-blobs.ts'
import { receiveUpload } from './upload-receipt.ts'

export interface BlobDoor {
  readonly blobs: FileBlobs
  readonly now: () => Date
  /** The path under which this is reached, without a slash at its end. */
  readonly path: string
  /** As S3's event says it: something now stands under this key. */
  readonly arrived: (key: string) => Promise<void>
}

/**
 * One machine's stand for S3: `POST` takes a signed form, `GET` shows what a signed address names.
 * @throws RefusedError
 */
export async function answerBlobs(request: Request, door: BlobDoor): Promise<Response> {
  const url = new URL(request.url)
  if (request.method === 'POST' && url.pathname === door.path) return take(request, door)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isRead || !url.pathname.startsWith(`${door.path}/`))
    throw new RefusedError('photos.not_found')
  const range = request.headers.get('range') ?? ''
  return show(url.pathname.slice(door.path.length + 1), url, range, door)
}

async function take(request: Request, { blobs, now, arrived }: BlobDoor): Promise<Response> {
  const received = await receiveUpload(request, blobs, now())
  if (!received.ok) throw new RefusedError(received.code)
  await arrived(received.value.key)
  return new Response('', { status: 201 })
}

async function show(key: string, url: URL, range: string, { blobs }: BlobDoor): Promise<Response> {
  const opened = await blobs.open(key, Object.fromEntries(url.searchParams))
  if (!opened.ok) throw new RefusedError(opened.code)
  const { bytes, contentType, seconds } = opened.value
  const part = partOf(range, bytes.length)
  const shown = part ? bytes.subarray(part.from, part.to + 1) : bytes
  return new Response(shown as BodyInit, {
    status: part ? 206 : 200,
    headers: {
      'content-type': contentType,
      'content-length': String(shown.length),
      'accept-ranges': 'bytes',
      ...(part && { 'content-range': `bytes ${part.from}-${part.to}/${bytes.length}` }),
      'cache-control': `private, max-age=${seconds}, immutable`,
      // Whatever it is, it is shown as what it was stored as, and runs nothing.
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

/** iPhones play no sound from where they cannot have a part of it. Any other wish is answered with the whole. */
function partOf(range: string, length: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from <= to ? { from, to } : undefined
}
