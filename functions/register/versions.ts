import type { Input } from '#shared/kernel/route.ts'
import type { register } from '#shared/register/contract.ts'
import { diffOf, kindOfDiff } from '#shared/register/diff.ts'
import type { Version } from '#shared/register/terms.ts'
import type { Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { shown } from './comparing.ts'
import { markRun } from './leftovers.ts'
import { actsOf, allRows, findCurrent, settledVersion, versionNumbered } from './repository.ts'
import { moveCurrent, registerFigures, told } from './saving.ts'
import { actorOf, pageFrom, type RegisterCall, type RegisterShop, theVersion } from './shop.ts'
import { type StoredAct, StoredVersion } from './stored.ts'

type Versions = Pick<Handlers<typeof register, RegisterShop>, 'versions' | 'diff' | 'undo'>

export const versionHandlers: Versions = {
  async versions({ limit = 50, cursor }, { repository }) {
    const { table, community } = repository
    const { number: newest } = await theVersion(repository)
    const to = cursor === undefined ? newest : Number(cursor)
    const acts = await actsOf(table, community, { to, limit: limit + 1 })
    const page = acts.slice(0, limit)
    const items = []
    for (const act of page) items.push(await shownVersion(repository, act, newest))
    const next = acts[limit]
    return { items, ...(next && { cursor: String(next.number) }) }
  },
  diff,
  undo,
}

/** @param newest the number of the version that holds */
export async function shownVersion(
  shop: RegisterShop,
  act: StoredAct,
  newest: number,
): Promise<Version> {
  const { number, at, by, undoes, reason, transfer, unit = transfer?.unit } = act
  return {
    version: number,
    act: act.act,
    at,
    by: by.name,
    figures: act.figures ?? (await figuresOf(shop, number)),
    ...(act.file && { file: act.file.name }),
    ...(undoes !== undefined && { undoes }),
    ...(unit !== undefined && { unit }),
    ...(reason !== undefined && { reason }),
    undoable: number === newest && number > 1,
  }
}

/** Versions of the former format do not say. */
async function figuresOf({ table, community }: RegisterShop, number: number) {
  const version = await versionNumbered(table, community, number)
  return registerFigures(version ? await settledVersion(table, community, version) : { units: [] })
}

async function diff(
  { version: to, from = to - 1, change, limit, cursor }: Input<typeof register.diff>,
  { repository }: RegisterCall,
) {
  const after = await contentOf(repository, to)
  const before = from === 0 ? { units: [], owners: [] } : await contentOf(repository, from)
  const diffs = diffOf(before.units, after.units)
  const count = (kind: string): number => diffs.filter((one) => kindOfDiff(one) === kind).length
  const wanted = diffs.filter((one) => change === undefined || kindOfDiff(one) === change)
  const page = pageFrom(wanted, { limit, cursor })
  return {
    ...page,
    items: [...shown(page.items, [before, after])],
    from,
    to,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  }
}

async function contentOf({ table, community }: RegisterShop, number: number) {
  const version = await versionNumbered(table, community, number)
  if (!version) throw new RefusedError('register.version_unknown')
  const [units, owners] = await Promise.all([
    allRows(table, community, version, 'units'),
    allRows(table, community, version, 'owners'),
  ])
  return { units, owners: owners.map((owner) => ({ ...owner, phones: [] })) }
}

/** The newest version taken back: the rows of the one before hold again, under a number of their own. */
async function undo(
  { version: number, reason }: Input<typeof register.undo>,
  call: RegisterCall,
): Promise<Version> {
  const { repository, key, now, newId } = call
  const { table, community } = repository
  const [done] = await actsOf(table, community, { from: number + 1, to: number + 1 })
  if (done?.madeBy && isRepetition(done.madeBy, key)) {
    return shownVersion(repository, done, (await theVersion(repository)).number)
  }
  const held = await findCurrent(table, community)
  const current = held && StoredVersion.parse(held.data)
  if (!current) throw new RefusedError('register.none_yet')
  if (number > current.number) throw new RefusedError('register.version_unknown')
  if (number < current.number) throw new RefusedError('register.not_newest')
  const before = await versionNumbered(table, community, number - 1)
  if (!before) throw new RefusedError('register.nothing_before')
  const { runs, pages, sha256, units, figures } = before
  const madeBy = { id: key.id, request: key.request }
  const as = {
    run: newId(),
    at: now,
    told: { act: 'undo' as const, by: actorOf(call), undoes: number, reason, madeBy },
  }
  const next: StoredVersion = {
    ...told(as, current),
    ...(figures && { figures }),
    runs,
    pages,
    sha256,
    units,
  }
  await markRun(table, { community, run: as.run, number: next.number }, now)
  await moveCurrent(table, community, next, held)
  return shownVersion(repository, next, next.number)
}
