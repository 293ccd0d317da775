import { contract, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** An act on record, as its chain has it. */
export const AuditRecord = z.object({
  /** Its place in the community's chain, 1 for the first. */
  seq: z.int(),
  at: Instant,
  /** When it was put on the chain; from then on it cannot be changed unnoticed. */
  chainedAt: Instant,
  /** Name of who did it; of a resident masked; `系统命令` for a command on the machine. */
  by: z.string(),
  /** `people.give_role`, and what it is called. */
  act: z.string(),
  actName: z.string(),
  /** What was changed: a home's label, a version, or the (masked) name of a person. */
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  /** SHA-256 of this record and all before it. */
  hash: z.string(),
})
export type AuditRecord = z.infer<typeof AuditRecord>

export const audit = contract({
  list: {
    method: 'GET',
    path: '/communities/:community/audit',
    summary: 'Who changed which role, home or register entry of a community, latest first',
    access: 'audit:read',
    fresh: true,
    input: z.strictObject({ community: z.string(), ...paging }),
    output: pageOf(AuditRecord),
  },
})
