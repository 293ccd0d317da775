import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import * as z from '#shared/kernel/zod.ts'
import { isSameSecret } from '../keys/keys.ts'
import { isBlobKey } from './blobs.ts'
import { credentialOf, sign, type Signer } from './sigv4.ts'

export interface AdmittedUpload {
  readonly key: string
  readonly minBytes: number
  readonly maxBytes: number
  readonly contentType: string | undefined
}

/** Policies of our own making; whatever else a policy could say is not taken. */
const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.record(z.string(), z.string()),
    ]),
  ),
})

/** Fields that a policy does not speak of: it, and what signs it. */
const UNCONDITIONED = ['policy', 'x-amz-signature']

type Fields = ReadonlyMap<string, string>
type Code = 'photos.upload_invalid' | 'photos.upload_expired'

/** Are these fields a form we signed, complete, unchanged and still good? As S3 would decide. */
export function admitUpload(
  fields: Fields,
  bucket: string,
  signer: Signer,
  now: Date,
): Decision<AdmittedUpload, Code> {
  const policy = isOurs(fields, signer) ? parsed(fields.get('policy')) : undefined
  if (!policy) return refuse('photos.upload_invalid')
  if (now.getTime() >= Date.parse(policy.expiration)) return refuse('photos.upload_expired')
  const { exact, minBytes, maxBytes } = conditionsOf(policy)
  const key = exact.get('key') ?? ''
  if (!isKept(fields, exact, bucket) || !isBlobKey(key)) return refuse('photos.upload_invalid')
  return accept({ key, minBytes, maxBytes, contentType: exact.get('Content-Type') })
}

function isOurs(fields: Fields, signer: Signer): boolean {
  const date = fields.get('x-amz-date') ?? ''
  const signature = sign(signer, date, fields.get('policy') ?? '')
  return (
    fields.get('x-amz-algorithm') === 'AWS4-HMAC-SHA256' &&
    fields.get('x-amz-credential') === credentialOf(signer, date) &&
    isSameSecret(fields.get('x-amz-signature') ?? '', signature)
  )
}

function parsed(policy = ''): z.infer<typeof Policy> | undefined {
  try {
    return Policy.parse(JSON.parse(Buffer.from(policy, 'base64').toString()))
  } catch {
    return undefined
  }
}

function conditionsOf({ conditions }: z.infer<typeof Policy>) {
  const exact = new Map<string, string>()
  let [minBytes, maxBytes] = [0, 0]
  for (const condition of conditions) {
    if (Array.isArray(condition)) [, minBytes, maxBytes] = condition
    else for (const [name, value] of Object.entries(condition)) exact.set(name, value)
  }
  return { exact, minBytes, maxBytes }
}

/** Every field has its condition, every condition its field. */
function isKept(fields: Fields, exact: Fields, bucket: string): boolean {
  const given = [...fields.keys()].filter((name) => !UNCONDITIONED.includes(name))
  return (
    given.every((name) => exact.get(name) === fields.get(name)) &&
    [...exact.keys()].every((name) => name === 'bucket' || fields.has(name)) &&
    exact.get('bucket') === bucket
  )
}
