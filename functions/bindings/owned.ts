import { isOwnership, type Binding } from '#shared/bindings/rules/home.ts'
import type { EndReason } from '#shared/bindings/terms.ts'
import type { Table } from '../platform/table/table.ts'
import { homesIn } from './repository.ts'
import type { StoredEvent } from './stored.ts'

/** From when, and until when where it is over, an officer's confirmation of somebody as that owner stood. ISO instants. */
interface HeldPeriod {
  readonly from: string
  readonly until?: string
}

/** An owner on a community's register. */
export interface OwnerAt {
  readonly community: string
  readonly owner: string
  /** When the person was known to be that owner: nobody else's time. None for a mere claim. */
  readonly held: readonly HeldPeriod[]
}

/** Whoever was taken out for these was perhaps never that owner. */
const IN_DOUBT: readonly EndReason[] = ['replaced', 'mistaken', 'ended_by_staff']

/**
 * Every owner whose place the person has ever held or claimed, former homes among them: whoever looks something up by
 * it checks whose it is. What an account held before it was closed is frozen and not among them.
 */
export async function ownersEverOf(table: Table, person: string): Promise<readonly OwnerAt[]> {
  const homes = homesIn(table)
  const places = await homes.homesOf(person)
  const found = await Promise.all(
    places.map(async ({ community, unit }) => {
      const { stored, events } = await homes.find(community, unit)
      return stored.bindings
        .filter((one) => one.person === person && one.ended?.reason !== 'account_closed')
        .flatMap((one) =>
          one.owner === undefined
            ? []
            : [{ community, owner: one.owner, held: periodsOf(one, events) }],
        )
    }),
  )
  return found.flat()
}

/**
 * A place on the register goes on to whoever succeeds or is confirmed in it: only from the confirmation on, until it
 * ends, is it this person's.
 */
function periodsOf(one: Binding, events: readonly StoredEvent[]): readonly HeldPeriod[] {
  if (!isOwnership(one) || (one.ended && IN_DOUBT.includes(one.ended.reason))) return []
  const own = events.filter(({ binding }) => binding === one.binding)
  const confirmed = own.findIndex(({ kind }) => kind === 'confirmed')
  const since = confirmed === -1 ? [] : own.slice(confirmed)
  const starts = since.filter(({ kind }) => kind === 'confirmed' || kind === 'reinstated')
  const ends = since.filter(({ kind }) => kind === 'ended')
  return starts.map(({ at }, n) => ({ from: at, ...(ends[n] && { until: ends[n].at }) }))
}

/** Whether the instant lies in one of them. */
export const heldAt = (periods: readonly HeldPeriod[], at: string): boolean =>
  periods.some(
    ({ from, until }) =>
      Date.parse(from) <= Date.parse(at) &&
      (until === undefined || Date.parse(at) < Date.parse(until)),
  )
