import type { Handlers } from '../platform/http/call.ts'
import type { Input } from '#shared/kernel/route.ts'
import { MAX_REGISTER_BYTES, type register } from '#shared/register/contract.ts'
import type { UnitChange } from '#shared/register/diff.ts'
import type { Import, ImportSheet, RowNote, SameNames } from '#shared/register/terms.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { changeImport, listOf } from './imports.ts'
import { orderWork } from './orders.ts'
import { fileKey } from './places.ts'
import { currentVersion } from './repository.ts'
import {
  actorOf,
  placeOf,
  recordSight,
  type RegisterCall,
  type RegisterNeeds,
  type RegisterShop,
} from './shop.ts'
import { FILE_LIVES, type ListName, type StoredImport } from './stored-import.ts'

type Named =
  | 'upload'
  | 'progress'
  | 'sheets'
  | 'map'
  | 'previewUnits'
  | 'previewRows'
  | 'previewSameNames'
  | 'confirm'
type Importing = Pick<Handlers<typeof register, RegisterShop>, Named>

export const importingHandlers = (needs: RegisterNeeds): Importing => ({
  upload,
  progress: async ({ import: id }, { repository }) => shownImport(await found(repository, id)),
  map,
  confirm,

  async sheets({ import: id }, { repository }) {
    const { items } = await listed(repository, id, 'sheets', { limit: 50 })
    return { sheets: items }
  },
  previewUnits: ({ import: id, change, ...page }, { repository }) =>
    listed(repository, id, change, page),
  previewRows: ({ import: id, ...page }, { repository }) => listed(repository, id, 'rows', page),
  async previewSameNames({ import: id, ...page }, call) {
    const groups = await listed(call.repository, id, 'same', page)
    const owners = groups.items.flatMap((group) => group.owners.map(({ key }) => key))
    await recordSight(needs, call, owners)
    return groups
  },
})

async function upload({ file }: Input<typeof register.upload>, call: RegisterCall) {
  const { repository, key, now } = call
  const { imports, blobs, community } = repository
  const at = now.toISOString()
  const one: StoredImport = {
    id: key.id,
    community,
    by: actorOf(call),
    at,
    file,
    madeBy: { id: key.id, request: key.request },
    state: 'awaiting',
    movedAt: at,
    tries: 0,
  }
  try {
    await imports.add(one)
  } catch (err) {
    const before = err instanceof ConflictError ? await imports.find(one.id) : undefined
    if (!before || !isRepetition(before.one.madeBy, key)) throw err
  }
  const form = blobs.uploadForm({
    key: fileKey({ community, name: one.id }),
    maxBytes: MAX_REGISTER_BYTES,
    expiresAt: new Date(now.getTime() + FILE_LIVES / 24),
  })
  return {
    import: one.id,
    form: { ...form, fields: { ...form.fields } },
    maxBytes: MAX_REGISTER_BYTES,
  }
}

async function found({ imports }: RegisterShop, id: string): Promise<StoredImport> {
  const item = await imports.find(id)
  if (!item) throw new RefusedError('register.import_unknown')
  return item.one
}

function shownImport(one: StoredImport): Import {
  const { id, state, file, at, by, done, total, preview, refusal, version } = one
  return {
    import: id,
    state,
    file,
    at,
    by: by.name,
    ...(done !== undefined && { done }),
    ...(total !== undefined && { total }),
    ...(preview && { preview }),
    ...(refusal && { refusal }),
    ...(version !== undefined && { version }),
  }
}

interface Page {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** What the lists hold, as the look put it down. */
interface ListRows {
  readonly added: UnitChange
  readonly changed: UnitChange
  readonly removed: UnitChange
  readonly rows: RowNote
  readonly same: SameNames
  readonly sheets: ImportSheet
}

async function listed<L extends ListName>(
  shop: RegisterShop,
  id: string,
  list: L,
  { limit = 50, cursor }: Page,
): Promise<{ items: ListRows[L][]; cursor?: string }> {
  const { look } = await found(shop, id)
  if (look === undefined) throw new RefusedError('register.not_ready')
  const from = placeOf(cursor)
  const rows = await shop.imports.readList(id, listOf(list, look), { from, limit: limit + 1 })
  const items = rows.slice(0, limit) as unknown as ListRows[L][]
  return { items, ...(rows.length > limit && { cursor: String(from + limit) }) }
}

const isOnce = (all: readonly unknown[]): boolean => new Set(all).size === all.length

/** Each column once and each field once, in every sheet; what is missing the reading will say. */
const canBeMapped = ({ sheets }: Input<typeof register.map>): boolean =>
  isOnce(sheets.map(({ sheet }) => sheet)) &&
  sheets.every(
    ({ columns }) =>
      isOnce(columns.map(({ field }) => field)) && isOnce(columns.map(({ column }) => column)),
  )

async function map(
  input: Input<typeof register.map>,
  { repository, now }: RegisterCall,
): Promise<Import> {
  if (!canBeMapped(input)) throw new RefusedError('register.columns_invalid')
  await found(repository, input.import)
  const next = await changeImport(repository.imports, input.import, (one) => {
    if (one.state !== 'ready' && one.state !== 'unclear') {
      throw new RefusedError('register.not_ready')
    }
    const movedAt = now.toISOString()
    return { ...one, mapping: input.sheets, state: 'reading', movedAt, tries: 0 }
  })
  if (!next) throw new RefusedError('register.import_unknown')
  await orderWork(repository.blobs, next)
  return shownImport(next)
}

async function confirm(input: Input<typeof register.confirm>, call: RegisterCall): Promise<Import> {
  const { repository, now } = call
  const { sha256, comparedWith, same = [] } = input
  const one = await found(repository, input.import)
  const confirmed = { by: actorOf(call), sha256, comparedWith, sameOwners: same }
  if (isConfirmed(one, confirmed)) return shownImport(one)
  await checkDecisions(repository, one, same)
  await checkRegister(repository, comparedWith)
  const next = await changeImport(repository.imports, input.import, (latest) => {
    checkConfirmable(latest, input)
    const movedAt = now.toISOString()
    return { ...latest, confirmed, state: 'writing', movedAt, tries: 0 }
  })
  if (!next) throw new RefusedError('register.import_unknown')
  await orderWork(repository.blobs, next)
  return shownImport(next)
}

/** The same confirmation once more: its answer got lost. */
const isConfirmed = (
  { state, confirmed }: StoredImport,
  wish: NonNullable<StoredImport['confirmed']>,
): boolean =>
  (state === 'writing' || state === 'done') &&
  confirmed?.sha256 === wish.sha256 &&
  confirmed.comparedWith === wish.comparedWith &&
  JSON.stringify(confirmed.sameOwners) === JSON.stringify(wish.sameOwners)

function checkConfirmable(
  { state, preview }: StoredImport,
  { sha256, comparedWith }: Input<typeof register.confirm>,
): void {
  if (state === 'unclear') throw new RefusedError('register.columns_uncertain')
  if (state !== 'ready' || !preview) throw new RefusedError('register.not_ready')
  if (preview.sha256 !== sha256) throw new RefusedError('register.file_changed')
  if (preview.comparedWith !== comparedWith) throw new RefusedError('register.changed_meanwhile')
}

async function checkRegister(shop: RegisterShop, comparedWith: number): Promise<void> {
  const version = await currentVersion(shop.table, shop.community)
  if ((version?.number ?? 0) !== comparedWith) {
    throw new RefusedError('register.changed_meanwhile')
  }
}

/** Only owners listed for a decision, of one name, each once. */
async function checkDecisions(
  shop: RegisterShop,
  { id, look, preview }: StoredImport,
  same: readonly (readonly string[])[],
): Promise<void> {
  if (same.length === 0 || look === undefined) return
  const limit = preview?.sameNames ?? 0
  const groups: readonly SameNames[] =
    limit === 0
      ? []
      : ((await shop.imports.readList(id, listOf('same', look), {
          from: 0,
          limit,
        })) as unknown as SameNames[])
  const groupOf = new Map(
    groups.flatMap(({ owners }, group) => owners.map(({ key }) => [key, group] as const)),
  )
  const isOfOne = (keys: readonly string[]): boolean => {
    const [first, ...others] = keys.map((key) => groupOf.get(key))
    return first !== undefined && others.every((group) => group === first)
  }
  if (!isOnce(same.flat()) || !same.every(isOfOne)) {
    throw new RefusedError('register.decisions_invalid')
  }
}
