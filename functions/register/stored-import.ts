import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { ImportState, Preview, SheetColumns } from '#shared/register/terms.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { Actor } from './stored.ts'

// IMPORT#<community>#<id> | STATE               one upload, from its form to the version it became
//   wake                                        work that got lost, and the file to be deleted
// IMPORT#<community>#<id> | <list>#<look>#<n>   what a look at the file found, 50 rows each; gone after two days
export const IMPORT_KIND = 'IMPORT'
const FORMAT = 1

export const StoredImport = z.object({
  id: z.string(),
  community: z.string(),
  by: Actor,
  at: z.string(),
  file: z.string(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
  state: ImportState,
  /** When the state or its progress last moved. */
  movedAt: z.string(),
  /** How often lost work was sent for again. */
  tries: z.int(),
  /** The look whose lists are shown. */
  look: z.string().optional(),
  mapping: z.array(SheetColumns).optional(),
  preview: Preview.optional(),
  refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
  /** What was confirmed, and by whom. */
  confirmed: z
    .object({
      by: Actor,
      sha256: z.string(),
      comparedWith: z.int(),
      sameOwners: z.array(z.array(z.string())),
    })
    .optional(),
  done: z.int().optional(),
  total: z.int().optional(),
  version: z.int().optional(),
  /** The file is deleted. */
  cleared: z.boolean().optional(),
})
export type StoredImport = z.infer<typeof StoredImport>

export interface FoundImport {
  readonly one: StoredImport
  readonly version: number
}

export const importKey = (community: string, id: string): Key => ({
  pk: `${IMPORT_KIND}#${community}#${id}`,
  sk: 'STATE',
})

/** An upload that was never finished is forgotten after this; so is the file (registers name everybody). */
export const FILE_LIVES = DAY
/** Work under way says so more often than this. */
export const LOST_AFTER = 6 * MINUTE
const RECORD_LIVES = 90 * DAY

export const isWorking = ({ state }: Pick<StoredImport, 'state'>): boolean =>
  state === 'reading' || state === 'understanding' || state === 'writing'
export const isOver = ({ state }: Pick<StoredImport, 'state'>): boolean =>
  state === 'done' || state === 'refused'

/** When the job has to look at it next. */
function dueAt(one: StoredImport): Date | undefined {
  if (one.cleared) return undefined
  const moved = Date.parse(one.movedAt)
  if (isOver(one)) return new Date(moved)
  if (isWorking(one)) return new Date(moved + LOST_AFTER)
  return new Date(Date.parse(one.at) + FILE_LIVES)
}

export const foundIn = ({ data, version }: Item): FoundImport => ({
  one: StoredImport.parse(data),
  version,
})

export function importItem(one: StoredImport, version: number): Item {
  const key = importKey(one.community, one.id)
  const due = dueAt(one)
  return {
    version,
    v: FORMAT,
    data: one,
    wake: due && wakeAt(key, due),
    expiresAt: Math.floor((Date.parse(one.at) + RECORD_LIVES) / 1_000),
    ...key,
  }
}

export type ListName = 'added' | 'changed' | 'removed' | 'rows' | 'same' | 'sheets'

export const listKey = (community: string, id: string, list: string, n: number): Key => ({
  pk: importKey(community, id).pk,
  sk: `${list}#${String(n).padStart(6, '0')}`,
})
export const LIST_FORMAT = FORMAT
