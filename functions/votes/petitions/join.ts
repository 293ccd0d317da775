import { checkFrom } from '#shared/kernel/content-check.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { petitionOperations } from '#shared/votes/petitions/contract.ts'
import { PetitionSupport } from '#shared/votes/petitions/petition.ts'
import { canJoin, canLeave, openUntil, supportOf } from '#shared/votes/petitions/rules.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { ConflictError } from '../../platform/table/table.ts'
import type { Votes } from '../repository.ts'
import { changePetition, countSoon, countedBy } from './counting.ts'
import { partOf, spokenFor, type Part, type RollNeeds, type Spoken } from './part.ts'
import type { FoundSupport } from './repository.ts'
import { cardView, lifeOf, type FoundPetition, type StoredPetition } from './stored.ts'

type In<Operation extends 'startPetition' | 'joinPetition' | 'leavePetition'> = Input<
  (typeof petitionOperations)[Operation]
>

/** @throws RefusedError where there is none, or none for this person as long as its words have not been let through */
export async function seenPetition(call: Call<Votes>, id: string): Promise<FoundPetition> {
  const found = await call.repository.petitions.find(id)
  if (!found || !maySee(found, call)) throw new RefusedError('votes.petition_not_found')
  return found
}

const maySee = ({ check, startedBy }: StoredPetition, { person, roles }: Call<Votes>): boolean =>
  check.state === 'passed' ||
  startedBy === person ||
  (check.state === 'held' && can(roles, 'complaint:release'))

/** Whoever asks for an assembly stands behind it with every head they speak for. */
export async function startPetition(
  needs: RollNeeds,
  call: Call<Votes>,
  { title, text, reason }: In<'startPetition'>,
): Promise<FoundPetition> {
  const { repository, key, now, person } = call
  const part = await partOf(needs, call)
  const mine = spokenFor(part, call)
  const known = await repository.petitions.find(key.id)
  if (!known) {
    await demandNoneOpen(call)
    const { community } = repository
    const until = openUntil(now, part.now.rules.petitionDays)
    await startOnce(call, {
      ...{ community, petition: key.id, title, text, reason, startedBy: person },
      startedAt: now.toISOString(),
      until: until.toISOString(),
      madeBy: { id: key.id, request: key.request },
      check: checkFrom(now),
      support: noneOf(part, now),
    })
  } else isRepetition(known.madeBy, key)
  await joinWith(call, key.id, part, mine)
  return seenPetition(call, key.id)
}

function noneOf({ now: { roll, rules } }: Part, now: Date): StoredPetition['support'] {
  const nobody = { heads: 0, areaCenti: 0 }
  return PetitionSupport.parse(supportOf(nobody, roll.total, rules.petition, now.toISOString()))
}

/** The same request, sent twice at once: the other of the two has started it. */
const startOnce = ({ repository, now }: Call<Votes>, petition: StoredPetition): Promise<void> =>
  repository.petitions.save(petition, 0, now).catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })

/**
 * So that nobody buries the community in petitions. Two that begin in the same moment may both be there. One that is
 * held nobody sees: its words may be sent anew, and better.
 */
async function demandNoneOpen({ repository, person, now, key }: Call<Votes>): Promise<void> {
  const all = await repository.petitions.startedBy(person)
  const open = all.find(
    (card) =>
      // Sent twice at once, the other of the two has begun it.
      card.petition !== key.id && card.check !== 'held' && cardView(card, now).state === 'open',
  )
  if (open) throw new RefusedError('votes.petition_open_already', { title: open.title })
}

async function joinWith(
  { repository: { petitions }, person, now }: Call<Votes>,
  petition: string,
  { now: { roll } }: Part,
  mine: readonly Spoken[],
): Promise<void> {
  const at = now.toISOString()
  await Promise.all(
    mine.map(({ head, owner }) =>
      petitions.join(petition, head.id, { person, name: roll.nameOf(owner), at }),
    ),
  )
  await countSoon(petitions, petition, now)
}

export async function joinPetition(
  needs: RollNeeds,
  call: Call<Votes>,
  { petition }: In<'joinPetition'>,
): Promise<FoundPetition> {
  const found = await seenPetition(call, petition)
  // Held, the office sees it; for its own homes it is not there yet.
  if (found.check.state !== 'passed' && found.startedBy !== call.person) {
    throw new RefusedError('votes.petition_not_found')
  }
  accepted(canJoin(lifeOf(found), call.now))
  const part = await partOf(needs, call)
  await joinWith(call, petition, part, spokenFor(part, call))
  return seenPetition(call, petition)
}

/**
 * Heads first, then the word that a count under way is void. Where a count that still saw them was enough, and was
 * written first, they go back: what the committee is told has to hold.
 */
export async function leavePetition(
  needs: RollNeeds,
  call: Call<Votes>,
  { petition }: In<'leavePetition'>,
): Promise<FoundPetition> {
  const { repository, now, person } = call
  const { petitions } = repository
  accepted(canLeave(lifeOf(await seenPetition(call, petition))))
  const { heads } = await partOf(needs, call)
  const joined = await petitions.joined(
    petition,
    heads.map(({ id }) => id),
  )
  const mine = joined.filter((one) => one.person === person)
  if (mine.length === 0) return seenPetition(call, petition)
  await Promise.all(mine.map((one) => petitions.leave(petition, one)))
  await changePetition(petitions, petition, now, (stored) =>
    stored.reached
      ? undefined
      : { ...stored, counting: undefined, countAt: stored.countAt ?? countedBy(now) },
  )
  const after = await seenPetition(call, petition)
  if (after.reached) await putBack(call, petition, mine)
  accepted(canLeave(lifeOf(after)))
  return after
}

const putBack = async (
  { repository: { petitions } }: Call<Votes>,
  petition: string,
  mine: readonly FoundSupport[],
): Promise<void> => {
  await Promise.all(
    mine.map(({ head, person, name, at }) => petitions.join(petition, head, { person, name, at })),
  )
}
