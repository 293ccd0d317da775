import { createHmac } from 'node:crypto'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { isSameSecret } from '../keys/keys.ts'
import { checkedKey, isBlobKey, type Blobs } from './blobs.ts'
import { fileStore, type FileStore, type Stored } from './file-store.ts'
import { postPolicy } from './post-policy.ts'
import type { Signer } from './sigv4.ts'

export interface FileBlobsSettings {
  readonly folder: string
  /** Signs forms and addresses: whoever has it can write and read everything. */
  readonly secret: string
  /** Where `answerBlobs` is reached, without a slash at its end; asked anew each time. */
  readonly baseUrl: () => string
}

/** Blobs on this machine's disk, with what its own door needs to receive and to show them. */
export interface FileBlobs extends Blobs {
  readonly store: FileStore
  readonly bucket: string
  readonly signer: Signer
  /** The file a signed address names, with the seconds it may be kept. */
  open(
    key: string,
    query: Readonly<Record<string, string>>,
  ): Promise<
    Decision<Stored & { readonly seconds: number }, 'photos.link_invalid' | 'photos.not_found'>
  >
}

const BUCKET = 'here'

export function fileBlobs(settings: FileBlobsSettings, now: () => Date): FileBlobs {
  const { folder, secret, baseUrl } = settings
  const store = fileStore(folder)
  const signer: Signer = { accessKeyId: BUCKET, secretAccessKey: secret, region: BUCKET }
  const markOf = (key: string, expires: string): string =>
    createHmac('sha256', secret).update(`read\n${key}\n${expires}`).digest('base64url')

  return {
    store,
    bucket: BUCKET,
    signer,
    uploadForm: (ask) => ({ url: baseUrl(), fields: postPolicy(ask, BUCKET, signer, now()) }),
    readUrl(key, expiresAt) {
      const expires = String(Math.floor(expiresAt.getTime() / 1_000))
      return `${baseUrl()}/${checkedKey(key)}?expires=${expires}&signature=${markOf(key, expires)}`
    },
    async open(key, { expires = '', signature = '' }) {
      const seconds = Number(expires) - Math.floor(now().getTime() / 1_000)
      const isGood = isBlobKey(key) && isSameSecret(signature, markOf(key, expires)) && seconds > 0
      if (!isGood) return refuse('photos.link_invalid')
      const stored = await store.get(key)
      return stored ? accept({ ...stored, seconds }) : refuse('photos.not_found')
    },
    get: async (key) => (await store.get(checkedKey(key)))?.bytes,
    async put(key, bytes, contentType) {
      const draft = await store.draft(contentType)
      try {
        await draft.write(bytes)
        await draft.keep(checkedKey(key))
      } catch (err) {
        await draft.drop()
        throw err
      }
    },
    delete: (key) => store.delete(checkedKey(key)),
  }
}
