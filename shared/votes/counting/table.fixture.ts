import type { SilentPolicy } from '../terms.ts'
import type { Mark, Submission } from './ballots.ts'
import { countItem } from './count.ts'
import { examineBallots } from './examine.ts'
import { fateOf } from './fate.ts'
import { headsOf, type Unit } from './heads.ts'
import { rollOf } from './roll.ts'

export const CLOSE = 1_000

export type MarkedBallot = Submission & { readonly choice: Mark }

/** A delivered home of the given owners. */
export const home = (id: string, areaCenti: number, ...owners: string[]): Unit => ({
  id,
  areaCenti,
  owners,
  status: 'delivered',
  kind: 'home',
})

/** A signed electronic ballot for all of the voter's homes at instant 100, unless told otherwise. */
export const ballot = (by: string, choice: Mark, more: Partial<Submission> = {}): MarkedBallot => ({
  by,
  choice,
  onBehalfOf: null,
  units: null,
  channel: 'electronic',
  signed: true,
  at: 100,
  ...more,
})

export interface Table {
  units: readonly Unit[]
  ballots: readonly MarkedBallot[]
  class?: 'ordinary' | 'special'
  silent?: SilentPolicy
  revote?: 'LAST_BEFORE_CLOSE' | 'FIRST_FINAL'
  proxyCap?: number | null
  parkingCounted?: boolean
  scope?: readonly string[]
  served?: readonly string[]
  representatives?: Readonly<Record<string, string>>
  /** Written, as `agent: [principals]`. */
  proxies?: Readonly<Record<string, readonly string[]>>
}

/** Counts what lies on the table, with the fate of every head beside the figures. */
export function count(table: Table) {
  const { class: itemClass = 'ordinary', silent = 'NOT_PARTICIPATING', scope } = table
  const scopeUnits = scope === undefined ? null : new Set(scope)
  const denominator = { parkingCounted: table.parkingCounted ?? false, scopeUnits }
  const representatives = new Map(Object.entries(table.representatives ?? {}))
  const roll = rollOf(headsOf(table.units, denominator, representatives))
  if (!roll.ok) throw new Error(roll.code)
  const proxies = Object.entries(table.proxies ?? {}).flatMap(([agent, principals]) =>
    principals.map((principal) => ({ principal, agent, written: true })),
  )
  const examined = examineBallots(
    roll.value,
    { ballots: table.ballots, proxies, served: new Set(table.served) },
    {
      revote: table.revote ?? 'LAST_BEFORE_CLOSE',
      proxyCap: table.proxyCap ?? null,
      closesAt: CLOSE,
    },
  )
  const question = { class: itemClass, markOf: (one: MarkedBallot) => one.choice }
  const item = countItem(examined, question, silent)
  const fates = Object.fromEntries(
    examined.heads.map((head) => [head.head.key, describe(fateOf(head, question, item))]),
  )
  /** Each ballot set aside, as `by: reason`, in the order of heads; then those that reached no head. */
  const setAside = [...examined.heads.flatMap((head) => head.setAside), ...examined.unplaced].map(
    (one) => `${one.ballot.by}: ${one.because}`,
  )
  return { ...item, fates, setAside }
}

function describe(fate: ReturnType<typeof fateOf>): string {
  switch (fate.kind) {
    case 'counted':
      return fate.as
    case 'void':
      return `void: ${fate.because}`
    case 'silent':
      return `silent: ${fate.as ?? 'left out'}`
    case 'absent':
      return 'absent'
  }
}

export const THREE_HOMES = [home('1', 10, 'A'), home('2', 10, 'B'), home('3', 10, 'C')]
export const TWO_HOMES_OF_A = [home('1', 10, 'A'), home('2', 20, 'A')]
/** One home of A, one of A and B, one of B. */
export const CO_OWNED = [home('1', 10, 'A'), home('2', 10, 'A', 'B'), home('3', 10, 'B')]

/** What must become of each head, by its key, and which ballots are set aside. */
export type FateTable = Record<
  string,
  Partial<Table> & Pick<Table, 'ballots'> & { fates: Record<string, string>; setAside?: string[] }
>

export function testFates(cases: FateTable): void {
  test.each(Object.entries(cases))('%s', (_, { fates, setAside = [], ...table }) => {
    const counted = count({ units: THREE_HOMES, ...table })
    expect(counted.fates).toEqual(fates)
    expect(counted.setAside).toEqual(setAside)
  })
}
