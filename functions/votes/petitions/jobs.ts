import type { MessageOffers } from '../../messages/offers.ts'
import type { Job } from '../../platform/jobs/sweep.ts'
import type { Ports } from '../../platform/ports.ts'
import type { Item, Table } from '../../platform/table/table.ts'
import { heldRolls } from '../held-rolls.ts'
import { removePartition } from '../remove-partition.ts'
import { count, isCountDue } from './counting.ts'
import { foundPetition, petitionKey, PETITION_KIND, removalOf, supportPartition } from './items.ts'
import type { RollNeeds } from './part.ts'
import { petitionsIn } from './repository.ts'
import type { FoundPetition, StoredPetition } from './stored.ts'

interface Needs extends Pick<Ports, 'table'>, RollNeeds {
  readonly messages: MessageOffers
  /** Who has to call the assembly. */
  readonly committeeOf: (community: string, now: Date) => Promise<readonly string[]>
}
type Given = Omit<Needs, 'wholeRolls'>

/** Counts who stands behind a petition, tells the committee once it is enough, and removes it when its time is over. */
export const petitionJob = (given: Given): Job => {
  const needs: Needs = { wholeRolls: heldRolls(), ...given }
  return { kind: PETITION_KIND, visit: (item, now) => visit(needs, item, now) }
}

async function visit(needs: Needs, item: Item, now: Date): Promise<void> {
  const found = foundPetition(item)
  const { version, ...stored } = found
  const petitions = petitionsIn(needs.table, found.community)
  if (removalOf(found).getTime() <= now.getTime()) return remove(needs.table, found)
  if (found.untold) {
    await tellCommittee(needs, stored, now)
    return petitions.save({ ...stored, untold: undefined }, version, now)
  }
  if (isCountDue(found, now)) await count(needs, petitions, found, now)
}

/** Told twice, it is one message: a crash before the word is taken away tells again. */
async function tellCommittee(needs: Needs, stored: StoredPetition, now: Date): Promise<void> {
  const { petition, community, title, support, reached } = stored
  for (const person of await needs.committeeOf(community, now)) {
    await needs.messages.tell({
      event: `petition ${petition} reached`,
      person,
      template: 'vote',
      subject: { kind: 'petition', id: petition, community },
      title: `联名达到人数：${title}`,
      words: `已有 ${support.heads} 个业主联名要求开业主大会，达到规定的 ${support.neededHeads} 个。请组织开会。`,
      at: reached?.at ?? now.toISOString(),
    })
  }
}

/** Itself last: as long as it is there, somebody comes back for the names. */
async function remove(table: Table, found: FoundPetition): Promise<void> {
  await removePartition(table, supportPartition(found.community, found.petition))
  await table.delete(petitionKey(found.community, found.petition), found.version)
}
