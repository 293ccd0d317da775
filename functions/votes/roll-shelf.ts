import type { Table } from '../platform/table/table.ts'
import { hashOfRoll, unitsOfRows, votersRoll, type VotersRoll } from './roll.ts'
import { readRows } from './rows.ts'
import type { FoundVote } from './stored.ts'

/** Frozen rolls by hash. They never change, so each is read and checked once in a process. */
export interface RollShelf {
  /** `undefined` before the roll is frozen. */
  of(table: Table, vote: FoundVote): Promise<VotersRoll | undefined>
}

// A head takes about a kilobyte of memory.
const HEADS_AT_MOST = 60_000

export function rollShelf(): RollShelf {
  const held = new Map<string, { readonly heads: number; readonly roll: Promise<VotersRoll> }>()

  const makeRoomFor = (heads: number): void => {
    let total = heads
    for (const one of held.values()) total += one.heads
    for (const [key, one] of held) {
      if (total <= HEADS_AT_MOST) return
      held.delete(key)
      total -= one.heads
    }
  }
  return {
    async of(table, vote) {
      const { roll, rules } = vote
      if (!roll || !rules) return undefined
      const key = `${roll.sha256} ${rules.parkingCounted}`
      const known = held.get(key)
      if (known) return known.roll
      makeRoomFor(roll.heads)
      const loading = load(table, { roll, scope: vote.scope }, rules.parkingCounted)
      held.set(key, { heads: roll.heads, roll: loading })
      // What failed once may succeed the next time.
      loading.catch(() => held.delete(key))
      return loading
    },
  }
}

async function load(
  table: Table,
  { roll: frozen, scope }: { roll: NonNullable<FoundVote['roll']>; scope: FoundVote['scope'] },
  parkingCounted: boolean,
): Promise<VotersRoll> {
  const units = unitsOfRows(await readRows(table, frozen.rows))
  const roll = votersRoll(units, parkingCounted)
  const isIntact =
    hashOfRoll(frozen.registerVersion, units, scope) === frozen.sha256 &&
    roll.total.heads === frozen.heads &&
    roll.total.areaCenti === frozen.areaCenti
  if (!isIntact) throw new Error(`roll ${frozen.rows} is not what was frozen`)
  return roll
}
