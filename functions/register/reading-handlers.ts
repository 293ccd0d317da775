import type { Input } from '#shared/kernel/route.ts'
import type { register } from '#shared/register/contract.ts'
import { fieldsOf, shownDiff } from '#shared/register/diff.ts'
import type { RegisterUnit } from '#shared/register/register.ts'
import type { Transfer } from '#shared/register/terms.ts'
import { without } from '#shared/register/without.ts'
import type { Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { shownName } from './comparing.ts'
import { findUnits, holdersOf, shownOwner, shownUnit } from './listing.ts'
import { actsOf, allRows, currentVersion, rowsNear, versionNumbered } from './repository.ts'
import { standing } from './roll-on.ts'
import {
  pageFrom,
  recordSight,
  type RegisterCall,
  type RegisterNeeds,
  type RegisterShop,
  theVersion,
} from './shop.ts'
import type { OwnerName, StoredAct, StoredVersion } from './stored.ts'
import { shownVersion } from './versions.ts'

type Named = 'current' | 'units' | 'unit' | 'transfers'
type Reading = Pick<Handlers<typeof register, RegisterShop>, Named>

export const readingHandlers = (needs: RegisterNeeds): Reading => ({
  async current(_, { repository }) {
    const { table, community } = repository
    const version = await currentVersion(table, community)
    if (!version) return { buildings: [] }
    return {
      current: await shownVersion(repository, version, version.number),
      buildings: [...(await allRows(table, community, version, 'buildings'))],
    }
  },

  async units({ limit, cursor, full, ...wanted }, call) {
    const rows = await findUnits(call.repository, wanted)
    const inFull = full === 'true'
    const { items, ...page } = pageFrom(rows.units, { limit, cursor })
    // Who finds a home by part of a name has learnt whose it is, stars or not.
    const isTold = inFull || (wanted.owner ?? '').trim() !== ''
    if (isTold) await recordSight(needs, call, [...new Set(items.flatMap(holdersOf))])
    return {
      items: items.map((unit) => shownUnit(unit, rows.names, inFull)),
      ...page,
      total: rows.units.length,
      version: rows.version,
    }
  },

  unit: (input, call) => oneUnit(needs, input, call),

  async transfers({ limit, cursor, full }, call) {
    const { table, community } = call.repository
    const acts = await actsOf(table, community)
    const stands = new Set(standing(acts).map(({ id }) => id))
    const all = acts.filter(({ transfer }) => transfer !== undefined)
    const { items, ...page } = pageFrom(all, { limit, cursor })
    const shown = items.flatMap((act) => shownTransfer(act, stands, full === 'true'))
    if (full === 'true') await recordSight(needs, call, ownersIn(shown))
    return { items: shown, ...page }
  },
})

const ownersIn = (transfers: readonly Transfer[]): readonly string[] => [
  ...new Set(transfers.flatMap(({ from, to }) => [...from, ...to].map(({ key }) => key))),
]

export function shownTransfer(
  { transfer, by, at, number }: StoredAct,
  stands: ReadonlySet<string>,
  full: boolean,
): readonly Transfer[] {
  if (!transfer) return []
  const { id, unit, day, kind, from, to } = transfer
  return [
    {
      transfer: id,
      unit,
      day,
      kind,
      from: from.map((owner) => shownOwner(owner, full)),
      to: to.map((owner) => shownOwner(owner, full)),
      at,
      by: by.name,
      version: number,
      undone: !stands.has(id),
    },
  ]
}

async function oneUnit(
  needs: RegisterNeeds,
  { unit: label, full }: Input<typeof register.unit>,
  call: RegisterCall,
) {
  const { repository } = call
  const { table, community } = repository
  const version = await theVersion(repository)
  const unit = await unitIn(repository, version, label)
  if (!unit) throw new RefusedError('register.unit_unknown')
  const inFull = full === 'true'
  const acts = await actsOf(table, community)
  const stands = new Set(standing(acts).map(({ id }) => id))
  const transfers = acts
    .filter(({ transfer }) => transfer?.unit === label)
    .flatMap((act) => shownTransfer(act, stands, inFull))
  const history = await historyOf(repository, label, acts, inFull)
  const holders = holdersOf(unit)
  const names = await namesIn(repository, version, holders)
  const seen = [...holders, ...ownersIn(transfers), ...history.flatMap(({ owners }) => owners)]
  if (inFull) await recordSight(needs, call, [...new Set(seen)])
  return {
    unit: shownUnit(unit, names, inFull),
    transfers: transfers.sort((a, b) => (a.day < b.day ? 1 : -1)),
    history: history.map((one) => without(one, 'owners')),
  }
}

const unitIn = async (
  { table, community }: RegisterShop,
  version: StoredVersion,
  label: string,
): Promise<RegisterUnit | undefined> =>
  (await rowsNear(table, community, version, 'units', [label])).find((one) => one.label === label)

async function namesIn(
  { table, community }: RegisterShop,
  version: StoredVersion,
  keys: readonly string[],
): Promise<ReadonlyMap<string, OwnerName>> {
  const near = keys.length > 0 ? await rowsNear(table, community, version, 'owners', keys) : []
  return new Map(near.map((owner) => [owner.key, owner]))
}

const VERSIONS_SEEN = 100

/** Of the last versions those in which the unit is another than in the one before. */
async function historyOf(
  shop: RegisterShop,
  label: string,
  acts: readonly StoredAct[],
  full: boolean,
) {
  const steps: (UnitAt & { readonly act: StoredAct })[] = []
  for (const act of acts.slice(0, VERSIONS_SEEN)) {
    steps.push({ act, ...(await unitAt(shop, act.number, label)) })
  }
  return steps.flatMap(({ act, unit, names: own }, i) => {
    const before = steps[i + 1]
    // What a version before the oldest seen said is not known.
    if (!before && act.number > 1) return []
    if (isAlike(before?.unit, unit)) return []
    const names = new Map([...(before?.names ?? []), ...own])
    const diff = {
      unit: label,
      ...(before?.unit && { before: before.unit }),
      ...(unit && { after: unit }),
    }
    const change = shownDiff(diff, (key) => {
      const owner = names.get(key)
      return owner ? shownName(owner, full) : ''
    })
    const { number: version, act: kind, at, by } = act
    return [{ version, act: kind, at, by: by.name, change, owners: [...names.keys()] }]
  })
}

const isAlike = (before: RegisterUnit | undefined, after: RegisterUnit | undefined): boolean =>
  before && after ? fieldsOf(before, after).length === 0 : before === after

interface UnitAt {
  readonly unit?: RegisterUnit
  readonly names: ReadonlyMap<string, OwnerName>
}

async function unitAt(shop: RegisterShop, number: number, label: string): Promise<UnitAt> {
  const version = await versionNumbered(shop.table, shop.community, number)
  const unit = version && (await unitIn(shop, version, label))
  if (!unit) return { names: new Map() }
  const holders = holdersOf(unit)
  const names = await namesIn(shop, version, holders)
  return { unit, names: new Map([...names].filter(([key]) => holders.includes(key))) }
}
