import { createHash } from 'node:crypto'
import * as z from '#shared/kernel/zod.ts'
import { AuditEntry } from './audit-entry.ts'

/** One place of a chain. Never changed once written. */
export const Link = z.object({
  /** 1 for the first. */
  seq: z.int().positive(),
  /** ISO instant at which the sweep chained it. */
  chainedAt: z.string(),
  /** Of the link before; of the first: 64 zeros. */
  previous: z.string(),
  entry: AuditEntry,
  /** SHA-256 over all of the above. */
  hash: z.string(),
})
export type Link = z.infer<typeof Link>

export const NO_LINK = '0'.repeat(64)

/** Names in order, at every depth: the same link has the same text whoever wrote it and however it was stored. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value).filter(([, held]) => held !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return fields.map(([name, held]) => [name, canonical(held)])
}

export const hashOf = ({ seq, chainedAt, previous, entry }: Omit<Link, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, chainedAt, previous, canonical(entry)]))
    .digest('hex')

/** The link after `last`. */
export function linkAfter(
  last: Pick<Link, 'seq' | 'hash'> | undefined,
  entry: AuditEntry,
  now: Date,
): Link {
  const link = {
    seq: (last?.seq ?? 0) + 1,
    chainedAt: now.toISOString(),
    previous: last?.hash ?? NO_LINK,
    entry,
  }
  return { ...link, hash: hashOf(link) }
}

/** `rewritten`: sound in itself, but another than the one that was noted. */
export type Fault = 'missing' | 'changed' | 'not_linked' | 'rewritten'

/** Checks one link against the one before it. */
export function faultAfter(last: Link | undefined, link: Link): Fault | undefined {
  if (link.seq !== (last?.seq ?? 0) + 1) return 'missing'
  if (link.previous !== (last?.hash ?? NO_LINK)) return 'not_linked'
  return link.hash === hashOf(link) ? undefined : 'changed'
}
