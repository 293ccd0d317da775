import * as z from '#shared/kernel/zod.ts'
import { RegisterBuilding, RegisterOwner, RegisterUnit } from '#shared/register/register.ts'
import { RegisterFigures, VersionAct } from '#shared/register/terms.ts'
import { TRANSFER_KINDS } from '#shared/register/transfers.ts'
import { PendingAudit } from '../platform/audit/audit.ts'
import type { Key } from '../platform/table/table.ts'

/** The name alone: what most readers of an owner want, so that nobody's numbers travel along. */
export const OwnerName = RegisterOwner.pick({ key: true, name: true, organisation: true })
export type OwnerName = z.infer<typeof OwnerName>

/** Keyed hashes and last four of identity and phones: only for telling whether somebody is this owner. */
const OwnerNumbers = RegisterOwner.pick({ key: true, identity: true, phones: true })

/** What a person decided of owners of one name: those with the same `as` are one, known by that key. */
export const Same = z.object({ key: z.string(), as: z.string() })
export type Same = z.infer<typeof Same>

/** What a version is made of, each kind in pages of rows. */
export const ROWS = {
  units: RegisterUnit,
  owners: OwnerName,
  numbers: OwnerNumbers,
  buildings: RegisterBuilding,
  same: Same,
} as const
export type Kind = keyof typeof ROWS
export type RowOf<K extends Kind> = z.infer<(typeof ROWS)[K]>
export const KINDS = Object.keys(ROWS) as readonly Kind[]

/** For each page the place in `runs` of the change that wrote it. */
const Pages = z.array(z.int())

const Named = z.object({ key: z.string(), name: z.string(), organisation: z.boolean() })

/** `day` in Shanghai is when it took effect; `from` and `to` with their names then. */
export const StoredTransfer = z.object({
  id: z.string(),
  unit: z.string(),
  day: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  from: z.array(Named),
  to: z.array(Named),
})
export type StoredTransfer = z.infer<typeof StoredTransfer>

/** A person's id and name as shown; `command` for whoever has the machine. */
export const Actor = z.object({ id: z.string(), name: z.string() })
export type Actor = z.infer<typeof Actor>
export const COMMAND: Actor = { id: 'command', name: '系统管理员' }

/** What made a version: everything of it but where its rows are. */
export const StoredAct = z.object({
  /** 1 for the first import, one more for each change after. */
  number: z.int(),
  /** Names the change that made it. */
  run: z.string(),
  at: z.string(),
  /** Over all of its rows. */
  sha256: z.string(),
  units: z.int(),
  // Versions of format 1 end here: all of them were imports.
  act: VersionAct.default('import'),
  by: Actor.default(COMMAND),
  figures: RegisterFigures.optional(),
  file: z.object({ name: z.string(), sha256: z.string() }).optional(),
  /** The confirmed import. */
  import: z.string().optional(),
  undoes: z.int().optional(),
  /** Of a designation. */
  unit: z.string().optional(),
  reason: z.string().optional(),
  transfer: StoredTransfer.optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }).optional(),
})
export type StoredAct = z.infer<typeof StoredAct>

/** One version of a register: which pages it is made of. Never changed once written. */
export const StoredVersion = StoredAct.extend({
  runs: z.array(z.string()),
  pages: z.object({
    units: Pages,
    owners: Pages,
    numbers: Pages,
    buildings: Pages,
    same: Pages.default([]),
  }),
})
export type StoredVersion = z.infer<typeof StoredVersion>

/** The version that holds, and what is not yet on the audit chain. */
export const StoredCurrent = StoredVersion.extend({ audit: PendingAudit })
export type StoredCurrent = z.infer<typeof StoredCurrent>

export const FORMAT = 2

export const REGISTER_KIND = 'REGISTER'
export const partitionOf = (community: string): string => `${REGISTER_KIND}#${community}`
const padded = (number: number): string => String(number).padStart(9, '0')

export const currentKey = (community: string): Key => ({
  pk: partitionOf(community),
  sk: 'CURRENT',
})
export const actKey = (community: string, number: number): Key => ({
  pk: partitionOf(community),
  sk: `ACT#${padded(number)}`,
})
export const layoutKey = (community: string, number: number): Key => ({
  pk: partitionOf(community),
  sk: `LAYOUT#${padded(number)}`,
})
/** Where format 1 kept every version it ever began to make. */
export const FORMER_VERSION = 'VERSION#'
export const pagePrefix = (kind: Kind, run: string): string => `${kind.toUpperCase()}#${run}#`
export const pageKey = (community: string, kind: Kind, run: string, page: number): Key => ({
  pk: partitionOf(community),
  sk: `${pagePrefix(kind, run)}${page}`,
})
