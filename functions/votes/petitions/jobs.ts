import type { Job } from '../../platform/jobs/sweep.ts'
import type { Ports } from '../../platform/ports.ts'
import type { Item, Table } from '../../platform/table/table.ts'
import type { CheckNeeds } from '../../platform/weixin/content-checks.ts'
import { heldRolls } from '../held-rolls.ts'
import { removePartition } from '../remove-partition.ts'
import { checkedPetition } from './checking.ts'
import { count, isCountDue } from './counting.ts'
import { foundPetition, petitionKey, PETITION_KIND, removalOf, supportPartition } from './items.ts'
import type { RollNeeds } from './part.ts'
import { petitionsIn } from './repository.ts'
import type { FoundPetition } from './stored.ts'
import { tellOffice, toldSome, type TellNeeds } from './telling.ts'

interface Needs extends Pick<Ports, 'table'>, RollNeeds, CheckNeeds, TellNeeds {}
type Given = Omit<Needs, 'wholeRolls'>

/**
 * Has a petition's words checked, counts who stands behind it, tells of it once it is enough, and removes it when its
 * time is over.
 */
export const petitionJob = (given: Given): Job => {
  const needs: Needs = { wholeRolls: heldRolls(), ...given }
  return { kind: PETITION_KIND, visit: (item, now) => visit(needs, item, now) }
}

async function visit(needs: Needs, item: Item, now: Date): Promise<void> {
  const found = foundPetition(item)
  const { version, ...stored } = found
  const petitions = petitionsIn(needs.table, found.community)
  if (removalOf(found).getTime() <= now.getTime()) return remove(needs.table, found)
  if (found.check.state !== 'passed') {
    const checked = await checkedPetition(needs, stored, now)
    // Before it is written: told twice, it is one message.
    if (checked.check.state === 'held') await tellOffice(needs, stored, now)
    return petitions.save(checked, version, now)
  }
  if (found.untold) {
    return petitions.save(await toldSome(needs, petitions, stored, now), version, now)
  }
  if (isCountDue(found, now)) await count(needs, petitions, found, now)
}

/** Itself last: as long as it is there, somebody comes back for the names. */
async function remove(table: Table, found: FoundPetition): Promise<void> {
  await removePartition(table, supportPartition(found.community, found.petition))
  await table.delete(petitionKey(found.community, found.petition), found.version)
}
