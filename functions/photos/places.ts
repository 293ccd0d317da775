import type { StoredPhoto } from './stored.ts'

/** Where a phone sends a photo as it took it: shown to nobody, and deleted once it was looked at. */
const INCOMING = 'incoming'
const KEPT = { photo: 'photos', voice: 'voices' } as const

type Whose = Pick<StoredPhoto, 'community' | 'id'>

export const incomingKey = ({ community, id }: Whose): string => `${INCOMING}/${community}/${id}`

/** `sha256` in base64url: the same picture or sound sent twice is one file, another one never replaces it. */
export const keptKey = (
  { community, id, media = 'photo' }: Whose & Pick<StoredPhoto, 'media'>,
  sha256: string,
): string => `${KEPT[media]}/${community}/${id}/${sha256}`

/** Of what is kept under this key, in hexadecimal. */
export const sha256In = (kept: string): string =>
  Buffer.from(kept.slice(kept.lastIndexOf('/') + 1), 'base64url').toString('hex')

/** `incoming/<community>/<photo>`; anything else in the store is not ours to look at. */
export function whoseIncoming(key: string): Whose | undefined {
  const [folder, community, id, ...rest] = key.split('/')
  const isOurs = folder === INCOMING && community && id && rest.length === 0
  return isOurs ? { community, id } : undefined
}
