import { Home } from '#shared/kernel/home.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { POSTS } from '#shared/people/posts.ts'
import { SCOPES } from '#shared/people/scopes.ts'
import { PendingAudit } from '../platform/audit/audit-entry.ts'
import type { Item, Key } from '../platform/table/table.ts'

/** 1 had neither ids of grants nor who gave them, nor entries of the audit. */
export const GRANTS_FORMAT = 2

export const grantsKey = (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'GRANTS' })

/** A role as it was given. Format 1, and what a command seeds, say no more than the first five. */
export const StoredGrant = z
  .object({
    scope: z.enum(SCOPES),
    of: z.string(),
    role: z.enum(ROLES),
    from: z.string(),
    until: z.string().optional(),
    id: z.string().optional(),
    post: z.enum(POSTS).optional(),
    /** A person's id, or `command`. */
    by: z.string().default('command'),
    /** Role and masked name of who gave it. */
    givenBy: z.string().default('平台运营方'),
    /** On what it rests: a filing, a contract, an appointment. */
    ground: z.string().default(''),
    /** Who ended it before its time, why, and by which request. */
    ended: z
      .object({
        by: z.string(),
        reason: z.string(),
        madeBy: z.object({ id: z.string(), request: z.string() }).optional(),
      })
      .optional(),
  })
  .transform(({ id, ...grant }) => ({
    ...grant,
    id: id ?? `${grant.role}-${grant.of}`.slice(0, 64),
  }))
export type StoredGrant = z.output<typeof StoredGrant>

const Stored = z.object({
  name: z.string(),
  grants: z.array(StoredGrant),
  homes: z.array(Home.extend({ community: z.string(), owner: z.string().optional() })),
  /** Homes at which the person helps on record: follows the homes' own items. */
  helps: z
    .array(
      z.object({
        community: z.string(),
        unit: z.string(),
        of: z.string(),
        from: z.string(),
        until: z.string(),
      }),
    )
    .default([]),
  /** Communities where a home of theirs ended and none is left. */
  formerly: z.array(z.string()).default([]),
  audit: PendingAudit,
})
/** As it may be written first. */
export type StoredGrants = z.input<typeof Stored>
/** As it is read, whatever its format. */
export type HeldGrants = z.output<typeof Stored>

export const parseGrants = (item: Item): HeldGrants => Stored.parse(item.data)
