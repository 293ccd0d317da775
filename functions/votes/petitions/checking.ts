import { openUntil } from '#shared/votes/petitions/rules.ts'
import { PASSED } from '#shared/kernel/content-check.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { petitionOperations } from '#shared/votes/petitions/contract.ts'
import type { Call } from '../../platform/http/call.ts'
import { contentChecked, type CheckNeeds } from '../../platform/weixin/content-checks.ts'
import { actorOf } from '../change-vote.ts'
import type { Votes } from '../repository.ts'
import { rulesNow } from '../rules-of.ts'
import { changePetition, countedBy } from './counting.ts'
import { seenPetition } from './join.ts'
import type { RollNeeds } from './part.ts'
import type { FoundPetition, StoredPetition } from './stored.ts'

/** The petition once WeChat was asked about its words, where it is due for that. */
export async function checkedPetition(
  needs: CheckNeeds & RollNeeds,
  stored: StoredPetition,
  now: Date,
): Promise<StoredPetition> {
  const { title, text, reason, startedBy } = stored
  const words = { person: startedBy, content: [title, text, reason].join('\n') }
  const check = await contentChecked(needs, stored.check, words, now)
  return check.state === 'passed' ? opened(needs, stored, now) : { ...stored, check }
}

/** Owners see it from now on, and have the whole time to join. */
async function opened(
  needs: Pick<RollNeeds, 'places'>,
  stored: StoredPetition,
  now: Date,
): Promise<StoredPetition> {
  const { petitionDays } = await rulesNow(needs, stored.community)
  const until = openUntil(now, petitionDays).toISOString()
  return { ...stored, check: PASSED, until, countAt: countedBy(now) }
}

/** The office has looked at what the check held. Let through already, it stays so. */
export async function releasePetition(
  needs: RollNeeds,
  call: Call<Votes>,
  { petition }: Input<(typeof petitionOperations)['releasePetition']>,
): Promise<FoundPetition> {
  const { now, repository } = call
  const open = await opened(needs, await seenPetition(call, petition), now)
  const { check, until, countAt } = open
  const released = { at: now.toISOString(), by: actorOf(call) }
  await changePetition(repository.petitions, petition, now, (stored) =>
    stored.check.state === 'held' ? { ...stored, check, until, countAt, released } : undefined,
  )
  return seenPetition(call, petition)
}
