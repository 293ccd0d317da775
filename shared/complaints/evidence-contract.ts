import { contract, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { one } from './acts-contract.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '校验值是 64 位的数字和字母 a–f')

/** A complaint's whole file as one document for mediation or court. */
export const EvidenceBundle = z.object({
  /** Self-contained, print-ready A4. */
  html: z.string(),
  /** Of what stands between `<main>` and `</main>`, both included, in UTF-8. */
  sha256: Sha256,
  madeAt: Instant,
  attachments: z.int(),
  /** Of these so many are in the document; the rest is listed with hash and address. */
  embedded: z.int(),
})
export type EvidenceBundle = z.infer<typeof EvidenceBundle>

/** That a document with this hash was made here: when, and by whom as others may know. */
const EvidenceRecord = z.object({
  sha256: Sha256,
  madeAt: Instant,
  by: z.object({ role: z.string(), name: z.string() }),
})

const PATH = '/communities/:community/complaints/:number/evidence'

export const evidenceContract = contract({
  evidence: {
    method: 'POST',
    path: PATH,
    summary:
      'The whole file as one document for mediation or court, as far as one may see it; each is on record',
    access: 'complaint:evidence',
    formerly: true,
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: EvidenceBundle,
  },
  checkEvidence: {
    method: 'GET',
    path: `${PATH}/:sha256`,
    summary: 'Whether a document with this hash was made of this complaint, when and by whom',
    access: 'complaint:evidence',
    formerly: true,
    input: z.strictObject({ ...one, sha256: Sha256 }),
    output: EvidenceRecord,
  },
})
