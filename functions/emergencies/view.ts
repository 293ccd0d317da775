import type { Emergency } from '#shared/emergencies/contract.ts'
import { actsFor, isInCharge, isOver, partiesOf } from '#shared/emergencies/rules.ts'
import { can, ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { upTo } from './acting.ts'
import type { Needs } from './report.ts'
import type { Emergencies } from './repository.ts'
import {
  cardOf,
  reporterOf,
  type FoundEmergency,
  type StoredActor,
  type StoredEmergency,
} from './stored.ts'

/** As this person may see it: who did what only for who is in charge, its words also for who wrote them. */
export async function viewOf(
  found: FoundEmergency,
  call: Call<Emergencies>,
  { photos }: Needs,
): Promise<Emergency> {
  const { person, roles, now, repository } = call
  const stored = upTo(found.stored, now)
  const mine = reporterOf(stored).person === person
  const inCharge = isInCharge(roles)
  const whose = { person, community: repository.community }
  const hasPhotos = (mine || inCharge) && stored.photos.length > 0
  return {
    ...cardOf(stored),
    mine,
    expected: expectedIn(stored),
    acts: actsOf(stored, call),
    ...(stored.review && { review: stored.review }),
    ...((mine || inCharge) && wordsOf(stored)),
    ...(hasPhotos && { photos: [...(await photos.view(stored.photos, whose))] }),
    ...(inCharge && recordOf({ ...found, stored }, person)),
  }
}

const nameOf = ({ role, name }: StoredActor): string => `${ROLE_NAMES[role]} ${name}`

const expectedIn = ({ events }: StoredEmergency) =>
  events.flatMap(({ kind, at, until, text }) =>
    kind === 'expect' && until !== undefined ? [{ at, until, ...(text && { text }) }] : [],
  )

function actsOf({ life }: StoredEmergency, { roles, now }: Call<unknown>): Emergency['acts'] {
  if (!can(roles, 'emergency:handle')) return []
  const acts = actsFor(life, partiesOf(roles), now)
  return isOver(life) ? acts : [...acts, 'tick']
}

function wordsOf({ note, events, life }: StoredEmergency) {
  const [dismissal] = events.filter(({ kind }) => kind === 'dismiss').slice(-1)
  const isAside = life.state === 'dismissed' && dismissal?.text !== undefined
  return {
    ...(note !== undefined && { note }),
    ...(isAside && { dismissedFor: dismissal.text }),
  }
}

const recordOf = (
  { stored, ticks }: FoundEmergency,
  person: string,
): Pick<Emergency, 'ticks' | 'events'> => ({
  ticks: ticks
    .filter(({ done }) => done)
    .map(({ step, at, by }) => ({ step, at, by: nameOf(by), mine: by.person === person })),
  events: stored.events.map(({ seq, at, kind, by, text, until }) => ({
    ...{ seq, at, kind, text, until },
    ...(by && { by: nameOf(by) }),
  })),
})
