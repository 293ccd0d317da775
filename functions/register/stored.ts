import { RegisterBuilding, RegisterOwner, RegisterUnit } from '#shared/register/register.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Key } from '../platform/table/table.ts'

/** The name alone: what most readers of an owner want, so that nobody's numbers travel along. */
export const OwnerName = RegisterOwner.pick({ key: true, name: true, organisation: true })
export type OwnerName = z.infer<typeof OwnerName>

/** Keyed hashes and last four of identity and phones: only for telling whether somebody is this owner. */
const OwnerNumbers = RegisterOwner.pick({ key: true, identity: true, phones: true })

/** What a version is made of, each kind in pages of rows. */
export const ROWS = {
  units: RegisterUnit,
  owners: OwnerName,
  numbers: OwnerNumbers,
  buildings: RegisterBuilding,
} as const
export type Kind = keyof typeof ROWS
export type RowOf<K extends Kind> = z.infer<(typeof ROWS)[K]>
export const KINDS = Object.keys(ROWS) as readonly Kind[]

/** For each page the place in `runs` of the import that wrote it. */
const Pages = z.array(z.int())

/** One version of a register: which pages it is made of. Never changed once written. */
export const StoredVersion = z.object({
  /** 1 for the first import, one more for each after. */
  number: z.int(),
  /** Names the import that made it. */
  run: z.string(),
  at: z.string(),
  /** SHA-256 over all of its rows. */
  sha256: z.string(),
  units: z.int(),
  runs: z.array(z.string()),
  pages: z.object({ units: Pages, owners: Pages, numbers: Pages, buildings: Pages }),
})
export type StoredVersion = z.infer<typeof StoredVersion>

export const FORMAT = 1

const partition = (community: string): string => `REGISTER#${community}`

export const currentKey = (community: string): Key => ({
  pk: partition(community),
  sk: 'CURRENT',
})
export const versionKey = (community: string, run: string): Key => ({
  pk: partition(community),
  sk: `VERSION#${run}`,
})
export const pageKey = (community: string, kind: Kind, run: string, page: number): Key => ({
  pk: partition(community),
  sk: `${kind.toUpperCase()}#${run}#${page}`,
})
