import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { FileBlobs } from './file-blobs.ts'
import type { Draft } from './file-store.ts'
import { boundaryOf, MultipartError, partsOf } from './multipart.ts'
import { admitUpload, type AdmittedUpload } from './upload-policy.ts'

type Code = 'photos.upload_invalid' | 'photos.upload_expired' | 'photos.upload_too_large'

/** Until the form is known, so much of a file is put on disk and no more. */
const LARGEST = 32 * 1024 * 1024
const LONGEST_FIELD = 16 * 1024

/** Receives one upload as S3 would, and says under which key it now stands. Nothing is kept of a refused one. */
export async function receiveUpload(
  request: Request,
  blobs: FileBlobs,
  now: Date,
): Promise<Decision<{ readonly key: string }, Code>> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  const body = request.body as AsyncIterable<Uint8Array> | null
  if (boundary === undefined || !body) return refuse('photos.upload_invalid')
  const incoming = new Incoming(blobs, now)
  try {
    for await (const event of partsOf(body, boundary)) {
      if (event.kind === 'part') await incoming.begin(event.name, event.contentType)
      else await incoming.take(event.bytes)
    }
    return await incoming.finish()
  } catch (err) {
    if (err instanceof MultipartError) return refuse('photos.upload_invalid')
    throw err
  } finally {
    await incoming.leave()
  }
}

/** What has come of one upload so far. Once refused, the rest is read and forgotten, so that the answer can be heard. */
class Incoming {
  private readonly blobs: FileBlobs
  private readonly now: Date
  private readonly fields = new Map<string, string>()
  private field: string | undefined
  private draft: Draft | undefined
  private size = 0
  private refusal: Code | undefined
  private admitted: AdmittedUpload | undefined

  constructor(blobs: FileBlobs, now: Date) {
    this.blobs = blobs
    this.now = now
  }

  async begin(name: string, contentType: string | undefined): Promise<void> {
    if (this.refusal !== undefined) return
    if (name === 'file') {
      this.field = undefined
      await this.beginFile(contentType ?? 'application/octet-stream')
    } else if (this.fields.has(name)) {
      this.refusal = 'photos.upload_invalid'
    } else {
      this.field = name
      this.fields.set(name, '')
    }
  }

  private async beginFile(contentType: string): Promise<void> {
    if (this.draft) this.refusal = 'photos.upload_invalid'
    // The usual order: who may not upload writes nothing.
    else if (this.fields.has('policy')) this.refusal = this.admit()
    if (this.refusal !== undefined) return
    this.draft = await this.blobs.store.draft(this.fields.get('Content-Type') ?? contentType)
  }

  async take(bytes: Buffer): Promise<void> {
    if (this.refusal !== undefined) return
    if (this.field !== undefined) {
      const value = (this.fields.get(this.field) ?? '') + bytes.toString('latin1')
      if (value.length > LONGEST_FIELD) this.refusal = 'photos.upload_invalid'
      else this.fields.set(this.field, value)
      return
    }
    this.size += bytes.length
    if (this.size > (this.admitted?.maxBytes ?? LARGEST)) this.refusal = 'photos.upload_too_large'
    else await this.draft?.write(bytes)
  }

  async finish(): Promise<Decision<{ readonly key: string }, Code>> {
    if (!this.admitted) this.refusal ??= this.admit()
    if (this.refusal !== undefined) return refuse(this.refusal)
    const { admitted, draft, size } = this
    if (!admitted || !draft || size < admitted.minBytes) return refuse('photos.upload_invalid')
    if (size > admitted.maxBytes) return refuse('photos.upload_too_large')
    await draft.keep(admitted.key)
    this.draft = undefined
    return accept({ key: admitted.key })
  }

  leave(): Promise<void> {
    return this.draft?.drop() ?? Promise.resolve()
  }

  private admit(): Code | undefined {
    const { bucket, signer } = this.blobs
    const decision = admitUpload(this.fields, bucket, signer, this.now)
    if (!decision.ok) return decision.code
    this.admitted = decision.value
    return undefined
  }
}
