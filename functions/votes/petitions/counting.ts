import { supportOf } from '#shared/votes/petitions/rules.ts'
import type { Sum } from '#shared/votes/counting/sum.ts'
import { addHead, nothing } from '#shared/votes/counting/sum.ts'
import { ConflictError } from '../../platform/table/table.ts'
import type { VotersRoll } from '../roll.ts'
import { wholeRoll, type RollNeeds } from './part.ts'
import type { FoundPetition, StoredPetition } from './stored.ts'
import type { Petitions } from './repository.ts'

/** The figures shown are at most this old while owners join. */
const COUNTED_WITHIN = 10_000

export const countedBy = (now: Date): string =>
  new Date(now.getTime() + COUNTED_WITHIN).toISOString()

/** Each failed attempt means that somebody else's change was stored. */
const ATTEMPTS = 50

/** Load, decide, save; again where somebody else saved first. */
export async function changePetition(
  petitions: Petitions,
  petition: string,
  now: Date,
  decide: (found: StoredPetition) => StoredPetition | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await petitions.find(petition)
    if (!found) return
    const { version, ...stored } = found
    const next = decide(stored)
    if (!next) return
    try {
      await petitions.save(next, version, now)
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

/**
 * Somebody has joined: it is to be counted, unless it is going to be anyway. Said after the head is written. A count
 * under way may have missed it; it took the word away when it began, so that it is said anew.
 */
export const countSoon = (petitions: Petitions, petition: string, now: Date): Promise<void> =>
  changePetition(petitions, petition, now, (stored) =>
    stored.countAt === undefined ? { ...stored, countAt: countedBy(now) } : undefined,
  )

export const isCountDue = ({ countAt, counting }: StoredPetition, now: Date): boolean =>
  counting !== undefined || (countAt !== undefined && Date.parse(countAt) <= now.getTime())

/**
 * Counts who stands behind it, against the register as it is now; the first time it is enough is kept. Taken up again
 * after a crash, it begins anew.
 */
export async function count(
  needs: RollNeeds,
  petitions: Petitions,
  { version, ...stored }: FoundPetition,
  now: Date,
): Promise<void> {
  const counting = version + 1
  await petitions.save({ ...stored, countAt: undefined, counting }, version, now)
  const { roll, rules, registerVersion } = await wholeRoll(needs, stored.community)
  const signed = weigh(roll, await petitions.headsJoined(stored.petition))
  const at = now.toISOString()
  const { mustBeCalled, ...support } = supportOf(signed, roll.total, rules.petition, at)
  await changePetition(petitions, stored.petition, now, (found) => {
    if (found.counting !== counting) return undefined
    const isFirst = mustBeCalled && !found.reached
    const first = isFirst && { reached: { at, registerVersion }, untold: true as const }
    return Object.assign({ ...found, counting: undefined, support }, first)
  })
}

/** A head whose owners have changed since is no head of the register any more. */
function weigh(roll: VotersRoll, joined: readonly string[]): Sum {
  const sum = nothing()
  for (const id of joined) {
    const head = roll.byId.get(id)
    if (head) addHead(sum, head)
  }
  return sum
}
