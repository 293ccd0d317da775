import { Day, Id, Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { looksLikeFormula } from './characters.ts'
import { FIELDS } from './columns.ts'
import { TRANSFER_KINDS } from './transfers.ts'

/** A unit's label in a path or body, `1-2-801`. */
export const UnitLabel = z.string().min(1).max(64)
/** Key of an owner on the register. */
export const OwnerKey = z.string().regex(/^[\w-]{1,64}$/, '业主编号格式不对')
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '文件校验码格式不对')
export const VersionNumber = z.coerce.number().int().min(1).max(999_999_999)

/** What a register amounts to. Parking spaces count in `parking` only; area in 0.01 m². */
export const RegisterFigures = z.object({
  units: z.int(),
  parking: z.int(),
  totalAreaCenti: z.int(),
  heads: z.int(),
  developerUnits: z.int(),
  coOwnedUnits: z.int(),
})
export type RegisterFigures = z.infer<typeof RegisterFigures>

/** `by` as the register shows who acted: a name in full (they act in office), or `系统管理员`. */
export const Who = z.object({ at: Instant, by: z.string() })

/** `awaiting` the file; then work (`reading` … `writing`), or a person's turn (`unclear`: which column is what; `ready`). */
export const ImportState = z.enum([
  'awaiting',
  'reading',
  'understanding',
  'unclear',
  'ready',
  'writing',
  'done',
  'refused',
])
export type ImportState = z.infer<typeof ImportState>

/** Which column says what, by a person or by guess; columns from 0 (A), rows as the spreadsheet numbers them. */
export const SheetColumns = z.strictObject({
  sheet: z.string().max(200),
  /** The (last) row of names. */
  headerRow: z.int().min(0).max(1_048_576),
  columns: z
    .array(z.strictObject({ field: z.enum(FIELDS), column: z.int().min(0).max(16_383) }))
    .max(40),
})
export type SheetColumns = z.infer<typeof SheetColumns>

/** What confirming would do. Nothing of it is in the register yet. */
export const Preview = z.object({
  /** Of the file: what is confirmed is this file and no other. */
  sha256: Sha256,
  /** The version it was compared with, 0 where there is none yet. */
  comparedWith: z.int(),
  /** The register says all this already: confirming is not needed. */
  unchanged: z.boolean(),
  /** Whether the columns were recognised beyond doubt, or told by a person. */
  certain: z.boolean(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Rows that cannot be taken. */
  problems: z.int(),
  /** Rows taken that had better be looked at. */
  doubts: z.int(),
  /** Groups of owners of one name to be decided about. */
  sameNames: z.int(),
  figures: RegisterFigures,
  /** Of the version it was compared with. */
  before: RegisterFigures.optional(),
  sheets: z.array(z.object({ name: z.string(), taken: z.int(), skipped: z.int() })),
  /** Sheets left out whole, each with a sentence that says why. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
})
export type Preview = z.infer<typeof Preview>

export const Import = z.object({
  import: Id,
  state: ImportState,
  /** Name of the file as the person chose it. */
  file: z.string(),
  ...Who.shape,
  /** While `writing`: pages written, of so many. */
  done: z.int().optional(),
  total: z.int().optional(),
  /** Once `ready`. */
  preview: Preview.optional(),
  /** Once `refused` (the register is as it was), or while `unclear`: code and sentence. */
  refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
  /** Once `done`. */
  version: z.int().optional(),
})
export type Import = z.infer<typeof Import>

export const ImportSheet = z.object({
  sheet: z.string(),
  hidden: z.boolean(),
  /** The first rows; `cells` from column A on, long numbers with stars in their middle. */
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** As recognised or told; absent where nothing was. */
  columns: SheetColumns.optional(),
  certain: z.boolean(),
})
export type ImportSheet = z.infer<typeof ImportSheet>

export const RowNote = z.object({
  sheet: z.string(),
  row: z.int(),
  /** Whether the row was taken all the same. */
  taken: z.boolean(),
  /** A sentence. */
  reason: z.string(),
  unit: z.string().optional(),
})
export type RowNote = z.infer<typeof RowNote>

/** Owners of one name that nothing tells apart: one person or several? */
export const SameNames = z.object({
  name: z.string(),
  owners: z.array(
    z.object({
      key: OwnerKey,
      units: z.array(z.string()),
      identityLast4: z.string().optional(),
      phoneLast4: z.string().optional(),
      /** As decided in an earlier import: owners with the same value are one. */
      decided: z.string().optional(),
    }),
  ),
})
export type SameNames = z.infer<typeof SameNames>

/** Each list is one person; owners of one list only are another than all others. What is not named stays several. */
export const SameDecisions = z.array(z.array(OwnerKey).min(1).max(500)).max(2_000)

const RegisterOwnerShown = z.object({
  key: OwnerKey,
  /** Masked unless asked for in full. */
  name: z.string(),
  organisation: z.boolean(),
})

export const UnitShown = z.object({
  unit: z.string(),
  building: z.string(),
  kind: z.enum(['home', 'commercial', 'parking']),
  areaCenti: z.int(),
  areaSource: z.enum(['register', 'survey', 'contract']).optional(),
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  /** Of an undelivered unit: its buyers, who are no owners yet. */
  owners: z.array(RegisterOwnerShown),
  coOwnership: z.string().optional(),
  developer: RegisterOwnerShown.optional(),
  /** Key of the co-owner who votes for all. */
  representative: OwnerKey.optional(),
})
export type UnitShown = z.infer<typeof UnitShown>

export const VersionAct = z.enum(['import', 'undo', 'transfer', 'designation'])
export type VersionAct = z.infer<typeof VersionAct>

export const Version = z.object({
  version: z.int(),
  act: VersionAct,
  ...Who.shape,
  figures: RegisterFigures,
  /** Of an import. */
  file: z.string().optional(),
  /** Of an undo: the version it took back. */
  undoes: z.int().optional(),
  /** Of a transfer or designation. */
  unit: z.string().optional(),
  reason: z.string().optional(),
  /** Whether it is the newest, and so may be undone (the first may not). */
  undoable: z.boolean(),
})
export type Version = z.infer<typeof Version>

export const Transfer = z.object({
  transfer: Id,
  unit: z.string(),
  /** The day it took effect, not the day it was recorded. */
  day: Day,
  kind: z.enum(TRANSFER_KINDS),
  from: z.array(RegisterOwnerShown),
  to: z.array(RegisterOwnerShown),
  ...Who.shape,
  version: z.int(),
  /** Taken back since. */
  undone: z.boolean(),
})
export type Transfer = z.infer<typeof Transfer>

const OwnerName = text(1, 100).refine(
  (name) => !looksLikeFormula(name),
  '姓名不能以 =、@、+、- 开头',
)

/** An owner there is, by key, or a new one. Numbers are kept only as a keyed hash and the last four. */
export const NewOwner = z.union([
  z.strictObject({ key: OwnerKey }),
  z.strictObject({
    name: OwnerName,
    identity: z.string().min(4).max(40).optional(),
    phone: z.string().min(7).max(24).optional(),
  }),
])
export type NewOwner = z.infer<typeof NewOwner>
