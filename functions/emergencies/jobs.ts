import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import { upTo } from './acting.ts'
import { foundIn, keptUntilOf, removeWhole, stateItem } from './repository.ts'
import type { StoredEmergency } from './stored.ts'
import { tellAbout, type TellNeeds } from './telling.ts'

export interface JobNeeds extends TellNeeds, Pick<Ports, 'table' | 'now'> {
  readonly photos: Pick<PhotoOffers, 'remove'>
}

/** Tells and records what has happened; says what nobody confirmed in time; removes what was kept long enough. */
export function emergencyJob(needs: JobNeeds): Job {
  const { table, photos } = needs
  const trail = auditTrail(needs)

  /** 个人信息保护法 §47. */
  const remove = async (stored: StoredEmergency, now: Date): Promise<void> => {
    const { emergency, community } = stored
    await photos.remove(stored.photos, community)
    const act = 'emergencies.expire'
    const who = { scope: community, by: 'command', subject: emergency }
    await trail.append([{ id: `retention-${emergency}`, at: now.toISOString(), act, ...who }])
    await removeWhole(table, stored)
  }
  return {
    kind: 'EMERGENCY',
    async visit(item, now) {
      const { stored, version } = foundIn(item)
      const until = keptUntilOf(stored)
      if (until && until.getTime() <= now.getTime()) return remove(stored, now)
      // What is written has happened: told and recorded first and then marked, at least once, and once only by its id.
      await tellAbout(stored, needs, now)
      await trail.append(stored.audit)
      const next = upTo({ ...stored, untold: [], audit: [] }, now)
      await table.put(stateItem(next, version + 1))
    },
  }
}
