import { ConflictError, type Table } from '../platform/table/table.ts'
import { cosignPartition } from './items.ts'
import { mergeTarget } from './merging.ts'
import { complaintsIn, type Complaints } from './repository.ts'
import type { StoredComplaint } from './stored.ts'

/** The number shown is at most this old, however many join in meanwhile. */
const COUNTED_WITHIN = 10_000
const CARRIED_AT_ONCE = 100

const toCount = (stored: StoredComplaint, now: Date): StoredComplaint => ({
  ...stored,
  cosigns: {
    ...stored.cosigns,
    countAt: new Date(now.getTime() + COUNTED_WITHIN).toISOString(),
  },
})

/**
 * Just merged: its homes are to join in where it leads. Not at once, so that who joined this one in the moment of the
 * merge is among them.
 */
export const toCarry = toCount

/**
 * A home has joined in: the complaint is to be counted, unless it is already going to be. Asked after the home is
 * written: a count that began before might have missed it. Of thousands at once one writes, the rest find it said.
 */
export async function countSoon(repository: Complaints, number: string, now: Date): Promise<void> {
  for (;;) {
    const found = await repository.find(number)
    if (!found || found.stored.cosigns.countAt !== undefined) return
    try {
      await repository.save(toCount(found.stored, now), found)
      return
    } catch (err) {
      // Whoever wrote first may have said it too.
      if (!(err instanceof ConflictError)) throw err
    }
  }
}

export const isCountDue = ({ cosigns: { countAt } }: StoredComplaint, now: Date): boolean =>
  countAt !== undefined && Date.parse(countAt) <= now.getTime()

/** With the homes counted anew; those of a merged one join in where it leads. */
export async function recounted(
  table: Table,
  stored: StoredComplaint,
  now: Date,
): Promise<StoredComplaint> {
  const { community, number, life } = stored
  if (life.mergedInto !== undefined) await carry(table, stored, now)
  const count = await table.count(cosignPartition(community, number))
  return { ...stored, cosigns: { count } }
}

/**
 * After a count was written: who joined in while it was under way found it still to come, and left it at that. From
 * the writing on whoever joins says so anew.
 */
export async function countAgain(
  table: Table,
  { community, number, cosigns }: StoredComplaint,
  now: Date,
): Promise<void> {
  if ((await table.count(cosignPartition(community, number))) === cosigns.count) return
  await countSoon(complaintsIn(table, { community, code: '' }), number, now)
}

/** Each home counts once there too, and the home that filed that one not at all. Again it changes nothing. */
async function carry(table: Table, { community, number, life }: StoredComplaint, now: Date) {
  const repository = complaintsIn(table, { community, code: '' })
  const target = await mergeTarget(life.mergedInto, repository)
  if (!target) return
  let cursor: string | undefined
  do {
    const page = await repository.cosigners(number, { limit: CARRIED_AT_ONCE, cursor })
    const homes = page.items.filter(({ unit }) => unit !== target.unit)
    await Promise.all(
      homes.map(({ unit, person }) => repository.cosign(target.number, unit, person, now)),
    )
    cursor = page.cursor
  } while (cursor !== undefined)
  await countSoon(repository, target.number, now)
}
