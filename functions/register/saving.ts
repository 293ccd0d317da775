import { figuresOf } from '#shared/register/figures.ts'
import type { Register } from '#shared/register/register.ts'
import { RegisterFigures } from '#shared/register/terms.ts'
import { auditWake, type AuditEntry } from '../platform/audit/audit.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { ConflictError, type Item, type Table } from '../platform/table/table.ts'
import { freshItems, layOut, saysTheSame, writeItems } from './layout.ts'
import { isRunKept, markRun } from './leftovers.ts'
import { digestOf, pagesOf, type Settled } from './pages.ts'
import { findCurrent, readAllPages, settledOf, type StoredPages } from './repository.ts'
import { decided, settle } from './settling.ts'
import {
  actKey,
  COMMAND,
  currentKey,
  FORMAT,
  layoutKey,
  StoredAct,
  StoredCurrent,
  StoredVersion,
} from './stored.ts'

/** What is said of a change beside its rows. */
export type ActTold = Partial<
  Pick<
    StoredAct,
    'act' | 'by' | 'file' | 'import' | 'undoes' | 'unit' | 'reason' | 'transfer' | 'madeBy'
  >
>

export interface SaveAs {
  /** Fresh; names this change. */
  readonly run: string
  readonly at: Date
  readonly told?: ActTold
  /** The only version it may follow, 0 for none. */
  readonly comparedWith?: number
  /** Owners to be held for one, or for nobody else. */
  readonly sameOwners?: readonly (readonly string[])[]
  readonly onWritten?: (done: number, total: number) => void
}

export interface Saved {
  readonly version: StoredVersion
  /** False where the register was the same already: nothing was written. */
  readonly changed: boolean
}

/** The version that holds, as stored and as it reads. */
export interface Held {
  readonly version: StoredVersion
  readonly pages: StoredPages
  readonly register: Settled
}

/**
 * Makes a register the community's next version; what was decided about its owners, and representatives, stay.
 * @throws RefusedError `register.changed_meanwhile` where another change was faster
 */
export const saveRegister = (
  table: Table,
  community: string,
  register: Register,
  as: SaveAs,
): Promise<Saved> =>
  change(table, community, as, (held) =>
    settle(register, held?.register, decided(held?.register.same ?? [], as.sameOwners ?? [])),
  )

/**
 * One change of the register: differing pages under fresh keys, then one conditional write.
 * @param make the register as it is to be, from the one that holds; may refuse
 * @throws RefusedError `register.changed_meanwhile` where another change was faster
 */
export async function change(
  table: Table,
  community: string,
  as: SaveAs,
  make: (held: Held | undefined) => Settled,
): Promise<Saved> {
  const item = await findCurrent(table, community)
  const held = item && (await readHeld(table, community, item))
  if (as.comparedWith !== undefined && as.comparedWith !== (held?.version.number ?? 0)) {
    throw new RefusedError('register.changed_meanwhile')
  }
  const register = make(held)
  const pages = pagesOf(register)
  const layout = layOut(pages, held, as.run)
  if (held && saysTheSame(layout, held.version)) return { version: held.version, changed: false }

  const version: StoredVersion = {
    ...told(as, held?.version),
    sha256: digestOf(pages),
    units: register.units.length,
    ...figured(register),
    ...layout,
  }
  const items = freshItems(community, pages, layout)
  await markRun(table, { community, run: as.run, number: version.number }, as.at)
  await writeItems(table, items, as.onWritten)
  await moveCurrent(table, community, version, item)
  return { version, changed: true }
}

async function readHeld(table: Table, community: string, item: Item): Promise<Held> {
  const version = StoredVersion.parse(item.data)
  const pages = await readAllPages(table, community, version)
  return { version, pages, register: settledOf(pages) }
}

/** Areas nobody can add exactly make no total; who counts by them refuses them. */
function figured(register: Register): { readonly figures?: RegisterFigures } {
  const { success, data } = RegisterFigures.safeParse(registerFigures(register))
  return success ? { figures: data } : {}
}

export function registerFigures({ units: all }: Pick<Register, 'units'>): RegisterFigures {
  const { units, parking, totalAreaCenti, heads, developerUnits, coOwnedUnits } = figuresOf(all, [])
  return { units, parking, totalAreaCenti, heads, developerUnits, coOwnedUnits }
}

export const told = (as: SaveAs, before: StoredVersion | undefined) => ({
  act: 'import' as const,
  by: COMMAND,
  ...as.told,
  number: (before?.number ?? 0) + 1,
  run: as.run,
  at: as.at.toISOString(),
})

/**
 * The one write that counts. The version before is recorded first, so that every version but the newest is.
 * @throws RefusedError `register.changed_meanwhile` where another change was faster
 */
export async function moveCurrent(
  table: Table,
  community: string,
  version: StoredVersion,
  found: Item | undefined,
): Promise<void> {
  if (found) await record(table, community, StoredVersion.parse(found.data))
  else await checkRun(table, community, version.run)
  let held = found
  while (!(await tryMove(table, community, version, held))) {
    const item = await findCurrent(table, community)
    const isSame = item && StoredVersion.parse(item.data).number === version.number - 1
    if (!isSame) throw new RefusedError('register.changed_meanwhile')
    // Only its audit entries went to their chain, or this change was so slow that its rows were taken away.
    await checkRun(table, community, version.run)
    held = item
  }
  await record(table, community, version)
}

async function checkRun(table: Table, community: string, run: string): Promise<void> {
  if (!(await isRunKept(table, community, run))) throw new RefusedError('register.import_stopped')
}

async function tryMove(
  table: Table,
  community: string,
  version: StoredVersion,
  held: Item | undefined,
): Promise<boolean> {
  const key = currentKey(community)
  const pending = held ? StoredCurrent.parse(held.data).audit : []
  const audit = [...pending, entryOf(community, version)]
  const data: StoredCurrent = { ...version, audit }
  const wake = auditWake(key, audit, new Date(version.at))
  try {
    await table.put({ version: (held?.version ?? 0) + 1, v: FORMAT, data, wake, ...key })
    return true
  } catch (err) {
    if (err instanceof ConflictError) return false
    throw err
  }
}

const ACTS = {
  import: 'register.import',
  undo: 'register.undo',
  transfer: 'register.transfer',
  designation: 'register.designate',
} as const satisfies Record<StoredAct['act'], string>

function entryOf(community: string, version: StoredVersion): AuditEntry {
  const { act, transfer, unit = transfer?.unit, undoes, file, number } = version
  return {
    id: version.run,
    at: version.at,
    scope: community,
    by: version.by.id,
    act: ACTS[act],
    subject: unit ?? String(number),
    detail: {
      version: number,
      units: version.units,
      ...(undoes !== undefined && { undoes }),
      ...(file && { file: file.sha256 }),
      ...(transfer && { kind: transfer.kind, day: transfer.day }),
    },
  }
}

/** What a list and a comparison will look for. Whoever comes second finds it there. */
async function record(table: Table, community: string, version: StoredVersion): Promise<void> {
  const kept = { version: 1, v: FORMAT }
  const items: readonly Item[] = [
    { ...layoutKey(community, version.number), ...kept, data: version },
    { ...actKey(community, version.number), ...kept, data: StoredAct.parse(version) },
  ]
  for (const item of items) {
    await table.put(item).catch((err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
    })
  }
}
