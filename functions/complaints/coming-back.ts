import { comeBack, isGivenUp } from '#shared/complaints/rules/coming-back.ts'
import type { Table } from '../platform/table/table.ts'
import { afterSettling } from './next-complaint.ts'
import { complaintsIn } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import type { StoredComplaint } from './stored.ts'

interface Needs {
  readonly table: Table
  readonly settings: Pick<SettingsOffers, 'terms'>
}

const AT_ONCE = 100

/**
 * Given up, it lets go of what was merged into it: each goes on by itself. Twice changes nothing. What is merged into
 * it in that very moment finds out by itself: see `backWhereGivenUp`.
 * @throws ConflictError where one is written meanwhile: the sweep comes again
 */
export async function letGo(needs: Needs, stored: StoredComplaint, now: Date): Promise<void> {
  const repository = complaintsIn(needs.table, { community: stored.community, code: '' })
  let cursor: string | undefined
  do {
    const page = await repository.mayBeMerged(stored.number, { limit: AT_ONCE, cursor })
    for (const { sk: number } of page.items) {
      const found = await repository.find(number)
      // Written before its merge, the note may be of one that was never merged, or is merged elsewhere by now.
      if (!found || found.stored.frozen || found.stored.life.mergedInto !== stored.number) continue
      await repository.save(await back(needs, found.stored, now), found)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** A merged one that is looked at again soon after: what it was merged into may have been given up in that moment. */
export async function backWhereGivenUp(
  needs: Needs,
  stored: StoredComplaint,
  now: Date,
): Promise<StoredComplaint> {
  const { life, community } = stored
  if (life.mergedInto === undefined) return stored
  const target = await complaintsIn(needs.table, { community, code: '' }).find(life.mergedInto)
  return target && isGivenUp(target.stored) ? back(needs, stored, now) : stored
}

const back = async (
  { settings }: Needs,
  stored: StoredComplaint,
  now: Date,
): Promise<StoredComplaint> =>
  afterSettling(stored, comeBack(stored.life, now, await settings.terms(stored)))
