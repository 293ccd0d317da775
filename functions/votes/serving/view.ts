import { dayOf } from '#shared/kernel/calendar.ts'
import { provesService } from '#shared/votes/serving/rules.ts'
import type { Served } from '#shared/votes/serving/serving.ts'
import type { FrozenRules } from '../stored.ts'
import type { FoundEvidence } from './repository.ts'
import type { StoredEvidence } from './stored.ts'

/** In full for the desk: who saw it is what makes it a proof. */
export function servedView(
  { evidence: stored, strike }: FoundEvidence,
  rules: FrozenRules,
): Served {
  const { evidence, unit, way, on, at, by } = stored
  return {
    ...{ evidence, unit, way, on, recordedAt: at },
    ...(by && { by: by.name }),
    ...particulars(stored),
    counts: strike === undefined && provesService(way, rules),
    ...(strike && { struck: { at: strike.at, by: strike.by.name, reason: strike.reason } }),
  }
}

const particulars = ({
  handedTo,
  witnesses,
  photos,
  carrier,
  tracking,
}: StoredEvidence): Partial<Served> => ({
  ...(handedTo && { handedTo }),
  ...(witnesses && { witnesses }),
  ...(photos && { photos }),
  ...(carrier !== undefined && { carrier }),
  ...(tracking !== undefined && { tracking }),
})

/** What the app sees for itself, once for each home and way. */
export const seenByApp = (unit: string, way: 'read' | 'message', at: Date): StoredEvidence => ({
  ...{ evidence: way, unit, way },
  on: dayOf(at),
  at: at.toISOString(),
})
