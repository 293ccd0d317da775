import type { Table } from '../platform/table/table.ts'
import { heldRolls } from './held-rolls.ts'
import { hashOfRoll, unitsOfRows, votersRoll, type VotersRoll } from './roll.ts'
import { readRows } from './rows.ts'
import type { FoundVote } from './stored.ts'

/** Frozen rolls by hash. They never change, so each is read and checked once in a process. */
export interface RollShelf {
  /** `undefined` before the roll is frozen. */
  of(table: Table, vote: FoundVote): Promise<VotersRoll | undefined>
}

export function rollShelf(): RollShelf {
  const held = heldRolls<VotersRoll>()
  return {
    async of(table, vote) {
      const { roll, rules } = vote
      if (!roll || !rules) return undefined
      return held.get(`${roll.sha256} ${rules.parkingCounted}`, roll.heads, () =>
        load(table, { roll, scope: vote.scope }, rules.parkingCounted),
      )
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
