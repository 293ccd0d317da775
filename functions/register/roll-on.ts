import { addDays, startOfDay } from '#shared/kernel/calendar.ts'
import type { RegisterUnit } from '#shared/register/register.ts'
import { afterTransfer } from '#shared/register/transfers.ts'
import type { Table } from '../platform/table/table.ts'
import type { Settled } from './pages.ts'
import { actsOf, settledVersion, versionNumbered } from './repository.ts'
import { rollUnit, type RollUnit } from './roll-unit.ts'
import type { OwnerName, StoredAct, StoredTransfer } from './stored.ts'

export interface DatedRoll {
  /** The version it starts from: the last one of that day. */
  readonly version: number
  /** Units in order of label. */
  readonly units: readonly RollUnit[]
}

/** A register as of a day, with the names of all who own something that day. */
export interface DatedRegister extends Pick<Settled, 'units' | 'buildings'> {
  readonly version: number
  readonly owners: readonly OwnerName[]
}

/** Transfers not taken back, oldest record first. An undo takes back the version before it, be it an undo. */
export function standing(
  acts: readonly StoredAct[],
): readonly (StoredTransfer & { readonly recorded: StoredAct })[] {
  const stands: StoredAct[] = []
  let last: StoredAct | undefined
  let takenBack: StoredAct | undefined
  for (const act of [...acts].sort((a, b) => a.number - b.number)) {
    if (act.act !== 'undo') {
      stands.push(act)
      takenBack = undefined
    } else if (takenBack) {
      stands.push(takenBack)
      takenBack = undefined
    } else if (last) {
      takenBack = last
      stands.splice(stands.indexOf(last), 1)
    }
    last = act.act === 'undo' ? last : act
  }
  return stands.flatMap((recorded) =>
    recorded.transfer ? [{ ...recorded.transfer, recorded }] : [],
  )
}

/**
 * The register as of a day. It starts from the last version of that day (before the first import: from the first),
 * and adds the transfers recorded since that took effect by then; of a unit the later day counts.
 */
export async function registerOn(
  table: Table,
  community: string,
  day: string,
): Promise<DatedRegister | undefined> {
  const acts = await actsOf(table, community)
  const end = startOfDay(addDays(day, 1)).toISOString()
  const base = acts.find(({ at }) => at < end) ?? acts.at(-1)
  const version = base && (await versionNumbered(table, community, base.number))
  if (!version) return undefined
  const register = await settledVersion(table, community, version)
  const late = standing(acts).filter(
    (transfer) => transfer.recorded.number > version.number && transfer.day <= day,
  )
  return { ...withTransfers(register, late), version: version.number }
}

function withTransfers(
  { units, owners, buildings }: Settled,
  transfers: readonly StoredTransfer[],
): Omit<DatedRegister, 'version'> {
  const byLabel = new Map<string, RegisterUnit>(units.map((unit) => [unit.label, unit]))
  const names = new Map<string, OwnerName>(owners.map((owner) => [owner.key, owner]))
  for (const { unit: label, kind, to } of [...transfers].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const unit = byLabel.get(label)
    if (!unit) continue
    for (const owner of to) names.set(owner.key, owner)
    const keys = to.map(({ key }) => key)
    byLabel.set(label, afterTransfer(unit, kind, keys))
  }
  return { units: [...byLabel.values()], owners: [...names.values()], buildings }
}

export async function rollOn(
  table: Table,
  community: string,
  day: string,
): Promise<DatedRoll | undefined> {
  const register = await registerOn(table, community, day)
  if (!register) return undefined
  const names = new Map(register.owners.map(({ key, name }) => [key, name]))
  return {
    version: register.version,
    units: register.units
      .map((unit) => rollUnit(unit, names))
      .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  }
}
