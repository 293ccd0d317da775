import { contract, Day, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { UnitChange } from './diff.ts'
import {
  Import,
  ImportSheet,
  NewOwner,
  OwnerKey,
  RowNote,
  SameDecisions,
  SameNames,
  Sha256,
  SheetColumns,
  Transfer,
  UnitLabel,
  UnitShown,
  Version,
  VersionAct,
  VersionNumber,
  Who,
} from './terms.ts'
import { TRANSFER_KINDS } from './transfers.ts'

export const MAX_REGISTER_BYTES = 20_000_000

const community = { community: Id }
const theImport = { ...community, import: Id }
const full = z.enum(['true', 'false']).optional()

export const register = contract({
  current: {
    method: 'GET',
    path: '/communities/:community/register',
    summary: 'What the register amounts to now; nothing but its figures and buildings',
    access: 'register:read',
    input: z.strictObject(community),
    output: z.object({
      /** Absent where nothing was imported yet. */
      current: Version.optional(),
      buildings: z.array(z.object({ building: z.string(), name: z.string(), units: z.int() })),
    }),
  },
  units: {
    method: 'GET',
    path: '/communities/:community/register/units',
    summary: 'Units by building, label or owner; as of a day, where one is given',
    access: 'register:read',
    input: z.strictObject({
      ...community,
      ...paging,
      building: z.string().max(40).optional(),
      /** Part of the label. */
      unit: z.string().max(64).optional(),
      /** Part of the owner's name, which counts as looking at names in full. */
      owner: z.string().max(100).optional(),
      /** `true`: names in full, which is recorded. */
      full,
      /** As of this day, by the transfers' own dates. */
      day: Day.optional(),
    }),
    output: z.object({
      ...pageOf(UnitShown).shape,
      /** Units found, on all pages. */
      total: z.int(),
      version: z.int(),
    }),
  },
  unit: {
    method: 'GET',
    path: '/communities/:community/register/units/:unit',
    summary: 'One unit, its transfers, and what earlier versions said of it',
    access: 'register:read',
    input: z.strictObject({ ...community, unit: UnitLabel, full }),
    output: z.object({
      unit: UnitShown,
      /** Latest day first. */
      transfers: z.array(Transfer),
      /** Latest first; of the last 100 versions those that changed this unit. */
      history: z.array(
        z.object({ version: z.int(), act: VersionAct, ...Who.shape, change: UnitChange }),
      ),
    }),
  },
  upload: {
    method: 'POST',
    path: '/communities/:community/register/imports',
    summary: 'A form to upload a register file with; reading it begins when it has come',
    access: 'register:import',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...community, file: text(1, 120) }),
    output: z.object({
      import: Id,
      form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
      maxBytes: z.int(),
    }),
  },
  progress: {
    method: 'GET',
    path: '/communities/:community/register/imports/:import',
    summary: 'How far an import is; its preview once there is one',
    access: 'register:import',
    input: z.strictObject(theImport),
    output: Import,
  },
  sheets: {
    method: 'GET',
    path: '/communities/:community/register/imports/:import/sheets',
    summary: 'The first rows of each sheet and which column was taken for what',
    access: 'register:import',
    input: z.strictObject(theImport),
    output: z.object({ sheets: z.array(ImportSheet) }),
  },
  map: {
    method: 'POST',
    path: '/communities/:community/register/imports/:import/columns',
    summary: 'Says which column is what; the file is read anew',
    access: 'register:import',
    idempotency: 'accepted',
    input: z.strictObject({ ...theImport, sheets: z.array(SheetColumns).min(1).max(100) }),
    output: Import,
  },
  previewUnits: {
    method: 'GET',
    path: '/communities/:community/register/imports/:import/units',
    summary: 'Units that confirming would add, change or remove',
    access: 'register:import',
    input: z.strictObject({
      ...theImport,
      ...paging,
      change: z.enum(['added', 'changed', 'removed']),
    }),
    output: pageOf(UnitChange),
  },
  previewRows: {
    method: 'GET',
    path: '/communities/:community/register/imports/:import/rows',
    summary: 'Rows that cannot be taken or had better be looked at, each with its reason',
    access: 'register:import',
    input: z.strictObject({ ...theImport, ...paging }),
    output: pageOf(RowNote),
  },
  previewSameNames: {
    method: 'GET',
    path: '/communities/:community/register/imports/:import/same-names',
    summary: 'Owners of one name that nothing tells apart, for a decision',
    access: 'register:import',
    input: z.strictObject({ ...theImport, ...paging }),
    output: pageOf(SameNames),
  },
  confirm: {
    method: 'POST',
    path: '/communities/:community/register/imports/:import/confirm',
    summary: 'Makes the previewed file the register; ask for progress until it is done',
    access: 'register:import',
    fresh: true,
    idempotency: 'accepted',
    input: z.strictObject({
      ...theImport,
      sha256: Sha256,
      comparedWith: z.int().min(0).max(999_999_999),
      same: SameDecisions.optional(),
    }),
    output: Import,
  },
  versions: {
    method: 'GET',
    path: '/communities/:community/register/versions',
    summary: 'Versions of the register, newest first',
    access: 'register:read',
    input: z.strictObject({ ...community, ...paging }),
    output: pageOf(Version),
  },
  diff: {
    method: 'GET',
    path: '/communities/:community/register/versions/:version/diff',
    summary: 'What differs from an earlier (or any other) version; names masked',
    access: 'register:read',
    input: z.strictObject({
      ...community,
      version: VersionNumber,
      /** The one before, unless given. */
      from: VersionNumber.optional(),
      change: z.enum(['added', 'changed', 'removed']).optional(),
      ...paging,
    }),
    output: z.object({
      ...pageOf(UnitChange).shape,
      from: z.int(),
      to: z.int(),
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
    }),
  },
  undo: {
    method: 'POST',
    path: '/communities/:community/register/versions/:version/undo',
    summary: 'Takes the newest version back: the one before holds again, as a version of its own',
    access: 'register:import',
    fresh: true,
    idempotency: 'required',
    input: z.strictObject({ ...community, version: VersionNumber, reason: text(2, 200) }),
    output: Version,
  },
  transfer: {
    method: 'POST',
    path: '/communities/:community/register/units/:unit/transfers',
    summary: 'Records that a unit has other owners from a day on',
    access: 'register:import',
    fresh: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...community,
      unit: UnitLabel,
      /** Owners (or buyers) as seen before: if they are others by now, it is refused. */
      from: z.array(OwnerKey).max(40),
      to: z.array(NewOwner).min(1).max(40),
      day: Day,
      kind: z.enum(TRANSFER_KINDS),
    }),
    output: Transfer,
  },
  transfers: {
    method: 'GET',
    path: '/communities/:community/register/transfers',
    summary: 'Transfers of ownership, last recorded first',
    access: 'register:read',
    input: z.strictObject({ ...community, ...paging, full }),
    output: pageOf(Transfer),
  },
  export: {
    method: 'POST',
    path: '/communities/:community/register/exports',
    summary: 'The register as a file with a watermark; who, when and why is recorded',
    access: 'register:export',
    fresh: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...community,
      format: z.enum(['xlsx', 'csv']),
      /** Printed into the file. */
      reason: text(4, 100),
    }),
    output: z.object({
      export: Id,
      /** Good until then. */
      url: z.string(),
      expiresAt: Instant,
      /** To save it under. */
      name: z.string(),
    }),
  },
})
