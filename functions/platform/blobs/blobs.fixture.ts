import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { problem } from '../http/problem.ts'
import { RefusedError } from '../http/refused-error.ts'
import { answerBlobs } from './blob-routes.ts'
import type { Blobs, UploadForm } from './blobs.ts'
import { fileBlobs, type FileBlobs } from './file-blobs.ts'
import { startS3 } from './s3-server.fixture.ts'
import { s3Blobs } from './s3-blobs.ts'

export interface OpenedBlobs {
  readonly blobs: Blobs
  readonly stop: () => Promise<void>
}

/** Blobs on disk, behind a real socket. */
export async function openFileBlobs(
  now: () => Date,
  arrived: (key: string) => Promise<void> = () => Promise.resolve(),
): Promise<OpenedBlobs & { readonly blobs: FileBlobs; readonly folder: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'blobs-'))
  let url = ''
  const baseUrl = (): string => `${url}/blobs`
  const blobs = fileBlobs({ folder, secret: 'a secret of this test', baseUrl }, now)
  const answer = (request: Request): Promise<Response> =>
    answerBlobs(request, { blobs, now, path: '/blobs', arrived }).catch((err: unknown) => {
      if (err instanceof RefusedError) return problem(err.code, err.params, 'r')
      throw err
    })
  const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    blobs,
    folder,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const ACCOUNT = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret/of+this=test' }
const REGION = 'cn-northwest-1'

export async function openS3Blobs(now: () => Date, sessionToken?: string) {
  const account = sessionToken === undefined ? ACCOUNT : { ...ACCOUNT, sessionToken }
  const server = await startS3(account, 'photos', REGION, now)
  const signer = { ...account, region: REGION }
  const blobs = s3Blobs({ bucket: 'photos', signer, endpoint: server.url }, now)
  return { blobs, failures: server.failures, stop: server.stop }
}

export interface Sent {
  readonly fields?: Readonly<Record<string, string>>
  readonly fileFirst?: boolean
  readonly type?: string
}

/** Sends a form the way `wx.uploadFile` does: the fields, then the file. */
export function upload(form: UploadForm, bytes: Uint8Array, sent: Sent = {}): Promise<Response> {
  const body = new FormData()
  const file = new File([bytes as BlobPart], 'a photo.jpg', { type: sent.type ?? 'image/jpeg' })
  if (sent.fileFirst === true) body.append('file', file)
  for (const [name, value] of Object.entries({ ...form.fields, ...sent.fields })) {
    body.append(name, value)
  }
  if (sent.fileFirst !== true) body.append('file', file)
  return fetch(form.url, { method: 'POST', body })
}
