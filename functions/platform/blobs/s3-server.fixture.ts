import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { signatures, type Account } from './s3-signatures.fixture.ts'

interface Held {
  readonly bytes: Buffer
  readonly contentType: string
}
type Fields = ReadonlyMap<string, string>
interface Policy {
  readonly expiration: string
  readonly conditions: readonly (
    readonly [string, number, number] | Readonly<Record<string, string>>
  )[]
}

const refusal = (status: number, code: string): Response =>
  new Response(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`, {
    status,
    headers: { 'content-type': 'application/xml' },
  })

/** One bucket of S3 in memory, which checks signatures and form policies. */
export async function startS3(account: Account, bucket: string, region: string, now: () => Date) {
  const objects = new Map<string, Held>()
  const failures: number[] = []
  const check = signatures(account, region, now)

  const receiveForm = async (request: Request): Promise<Response> => {
    const { fields, file } = readForm(await request.formData())
    if (!file) return refusal(400, 'InvalidArgument')
    const wrong = check.byForm(fields)
    if (wrong !== undefined) return refusal(403, wrong)
    const problem = againstPolicy(new Map([...fields, ['bucket', bucket]]), file.size, now())
    if (problem) return problem
    const bytes = Buffer.from(await file.arrayBuffer())
    const contentType = fields.get('content-type') ?? 'binary/octet-stream'
    objects.set(fields.get('key') ?? '', { bytes, contentType })
    return new Response('', { status: Number(fields.get('success_action_status') ?? 204) })
  }

  const answerObject = (request: Request, key: string, body: Buffer): Response => {
    if (request.method === 'DELETE') {
      objects.delete(key)
      return new Response(null, { status: 204 })
    }
    if (request.method === 'PUT') {
      const contentType = request.headers.get('content-type') ?? 'binary/octet-stream'
      objects.set(key, { bytes: body, contentType })
      return new Response('')
    }
    const held = objects.get(key)
    if (!held) return refusal(404, 'NoSuchKey')
    return new Response(held.bytes as BodyInit, { headers: { 'content-type': held.contentType } })
  }

  const answer = async (request: Request): Promise<Response> => {
    const failure = failures.shift()
    if (failure !== undefined) return refusal(failure, 'InternalError')
    const { pathname, searchParams } = new URL(request.url)
    if (request.method === 'POST' && pathname === `/${bucket}/`) return receiveForm(request)
    if (!pathname.startsWith(`/${bucket}/`)) return refusal(404, 'NoSuchBucket')
    const body = Buffer.from(await request.arrayBuffer())
    const isPresigned = searchParams.has('X-Amz-Signature')
    const wrong = isPresigned ? check.byQuery(request) : check.byHeader(request, body)
    if (wrong !== undefined) return refusal(403, wrong)
    return answerObject(request, pathname.slice(bucket.length + 2), body)
  }

  const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next answers are these statuses. */
    failures,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function readForm(form: FormData): { fields: Fields; file: File | undefined } {
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    // "The file or content must be the last field in the form. Any fields below it are ignored."
    if (value instanceof File) return { fields, file: value }
    fields.set(name.toLowerCase(), value)
  }
  return { fields, file: undefined }
}

function againstPolicy(fields: Fields, size: number, now: Date): Response | undefined {
  const policy = Buffer.from(fields.get('policy') ?? '', 'base64').toString()
  const { expiration, conditions } = JSON.parse(policy) as Policy
  if (now.getTime() >= Date.parse(expiration)) return refusal(403, 'AccessDenied')
  const spokenOf = new Set(['policy', 'x-amz-signature'])
  for (const condition of conditions) {
    if (condition instanceof Array) {
      if (size < condition[1]) return refusal(400, 'EntityTooSmall')
      if (size > condition[2]) return refusal(400, 'EntityTooLarge')
      continue
    }
    for (const [name, value] of Object.entries(condition)) {
      if (fields.get(name.toLowerCase()) !== value) return refusal(403, 'AccessDenied')
      spokenOf.add(name.toLowerCase())
    }
  }
  const isExtra = [...fields.keys()].some((name) => !spokenOf.has(name))
  return isExtra ? refusal(403, 'AccessDenied') : undefined
}
