import { followRegister, tick, type MatchNow } from '#shared/bindings/rules/following.ts'
import { awaits, isOwnership, type Binding, type Happened } from '#shared/bindings/rules/home.ts'
import { MINUTE } from '#shared/kernel/calendar.ts'
import { auditTrail, type AuditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Ports } from '../platform/ports.ts'
import type { Item } from '../platform/table/table.ts'
import { written } from './change-home.ts'
import { followHome } from './follow.ts'
import { homeItem } from './items.ts'
import { phoneOf } from './phone.ts'
import { NOBODY } from './register-desk.ts'
import {
  communityOfWatch,
  currentHome,
  homesIn,
  watchedVersion,
  watchItem,
  withoutMoved,
} from './repository.ts'
import { StoredHome, type StoredActor } from './stored.ts'
import type { BindingNeeds } from './desk.ts'

interface Needs {
  readonly ports: Ports
  readonly persons: BindingNeeds['persons']
  readonly register: BindingNeeds['register']
  readonly trail: Pick<AuditTrail, 'append'>
}

const REGISTER: StoredActor = { person: '', role: 'register', name: '' }
const CALENDAR: StoredActor = { person: '', role: 'calendar', name: '' }

/** What waits for the register to change is looked at this often; a change that is told is followed at once. */
const LOOKS_EVERY = 5 * MINUTE
const AT_ONCE = 10

export function bindingJobs(ports: Ports, offered: BindingNeeds): readonly Job[] {
  const needs: Needs = { ...offered, ports, trail: auditTrail(ports) }
  return [
    { kind: 'HOME', visit: (item, now) => visitHome(needs, item, now) },
    { kind: 'BINDINGS', visit: (item, now) => visitWatch(needs, item, now) },
  ]
}

/**
 * Brings one home in line with register, calendar, persons' items, the register's representative and the audit,
 * then writes it once. Whatever crashes in between is done again, and comes to the same.
 */
async function visitHome(needs: Needs, item: Item, now: Date): Promise<void> {
  const before = StoredHome.parse(item.data)
  const next = await caughtUp(needs, before, now)
  if (next !== before) {
    // What happened is written before anybody acts on it: its wake is due, and the next visit does the rest.
    await needs.ports.table.put(homeItem(next, item.version + 1))
    return visitHome(needs, { ...item, version: item.version + 1, data: next }, now)
  }
  await needs.trail.append(before.audit)
  await followHome(needs, before)
  const told = await tellRegister(needs, before)
  const moved = await withoutMoved(needs.ports.table, before)
  if (isAtRest(before) && moved.events.length === before.events.length) return
  const { follow, ...rest } = moved
  const isSettled = !follow || Date.parse(follow.settledAt) <= now.getTime()
  const settled: StoredHome = {
    ...rest,
    audit: [],
    told,
    ...(follow && !isSettled && { follow: { ...follow, at: follow.settledAt } }),
  }
  await needs.ports.table.put(homeItem(settled, item.version + 1))
}

const isAtRest = ({ follow, audit, representative, told }: StoredHome): boolean =>
  !follow && audit.length === 0 && (representative?.owner ?? null) === told

/** The home as register and calendar have it now; the same object where nothing happened. */
async function caughtUp(needs: Needs, stored: StoredHome, now: Date): Promise<StoredHome> {
  const { community, unit } = stored
  const who = { now, newId: needs.ports.newId }
  const ticked = tick(stored, now)
  const timely =
    ticked.happened.length > 0 || ticked.home.codes.length < stored.codes.length
      ? written({ stored }, ticked, { ...who, actor: CALENDAR }, stored.areaCenti)
      : stored
  if ((await needs.register.version(community)) === undefined) return timely
  const registered = await needs.register.home(community, unit)
  const step = followRegister(timely, registered ?? NOBODY, await matches(needs, timely), now)
  const areaCenti = registered?.areaCenti ?? timely.areaCenti
  const isSame = isUnchanged(timely, step, areaCenti)
  if (isSame) return timely
  const next = written({ stored: timely }, step, { ...who, actor: REGISTER }, areaCenti)
  // The register has other owners: whom they name there is theirs to say, and not undone from here.
  const lapsed = timely.representative !== undefined && next.representative === undefined
  return lapsed ? { ...next, told: null } : next
}

const isUnchanged = (
  stored: StoredHome,
  {
    home,
    happened,
  }: { readonly home: Partial<StoredHome>; readonly happened: readonly Happened[] },
  areaCenti: number,
): boolean =>
  happened.length === 0 &&
  areaCenti === stored.areaCenti &&
  JSON.stringify([home.bindings, home.proposal, home.representative]) ===
    JSON.stringify([stored.bindings, stored.proposal, stored.representative])

/** How far each claim that waits agrees with the register now: a transfer may have come since. */
async function matches(needs: Needs, { bindings, community, unit }: StoredHome): Promise<MatchNow> {
  const desk = { ports: needs.ports, homes: homesIn(needs.ports.table) }
  const waiting = bindings.filter((one) => isOwnership(one) && awaits(one) && !one.byCode)
  const found = await Promise.all(
    waiting.map(async (one) => {
      const phone = await phoneOf(desk, one.person)
      const said = { unit, name: one.name, phone }
      return [one.binding, await needs.register.match(community, said)] as const
    }),
  )
  const byId = new Map(found)
  return (one: Binding) => byId.get(one.binding)
}

/** The register names who votes for the set, once for each change here. */
async function tellRegister({ register }: Needs, home: StoredHome): Promise<string | null> {
  const { community, unit, representative, told } = home
  const owner = representative?.owner ?? null
  if (owner !== told) await register.designate(community, unit, owner ?? undefined)
  return owner
}

/** Homes whose owners changed since the version that was seen, then the version: a crash in between sees them again. */
async function visitWatch(needs: Needs, item: Item, now: Date): Promise<void> {
  const { table } = needs.ports
  const community = communityOfWatch(item)
  const seen = watchedVersion(item)
  const version = (await needs.register.version(community)) ?? seen
  if (version !== seen) {
    const units = await needs.register.changedUnits(community, seen, version)
    for (let n = 0; n < units.length; n += AT_ONCE) {
      await Promise.all(
        units.slice(n, n + AT_ONCE).map((unit) => rouse(needs, community, unit, now)),
      )
    }
  }
  const wake = wakeAt(item, new Date(now.getTime() + LOOKS_EVERY))
  await table.put(watchItem(community, item.version + 1, version, wake))
}

/** A home somebody is bound to is visited; a conflict means that whoever wrote it has it visited anyway. */
async function rouse(needs: Needs, community: string, unit: string, now: Date): Promise<void> {
  const item = await currentHome(needs.ports.table, community, unit)
  if (item) await visitHome(needs, item, now)
}
