import {
  decide,
  isInCharge,
  isPublic,
  mayTick,
  partiesOf,
  reminder,
  type Act,
} from '#shared/emergencies/rules.ts'
import type { Step } from '#shared/emergencies/kinds.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorIn } from './report.ts'
import type { Emergencies } from './repository.ts'
import {
  reporterOf,
  type FoundEmergency,
  type StoredEmergency,
  type StoredEvent,
} from './stored.ts'
import { withEvent } from './with-event.ts'

/** When others write at the same moment, the rule is asked again of what they left; then it is a conflict. */
const TRIES = 5

export interface Said {
  readonly emergency: string
  readonly text?: string | undefined
  readonly until?: string | undefined
  readonly place?: string | undefined
  readonly review?: StoredEmergency['review']
}

/** @throws RefusedError `emergencies.not_found` also where there is one that this person may not see yet */
export async function seen(emergency: string, call: Call<Emergencies>): Promise<FoundEmergency> {
  const found = await call.repository.find(emergency)
  if (found && maySee(found.stored, call)) return found
  throw new RefusedError('emergencies.not_found')
}

const maySee = (stored: StoredEmergency, { person, roles }: Call<unknown>): boolean =>
  isPublic(stored.life.state) || isInCharge(roles) || reporterOf(stored).person === person

/** What the clock did by now counts before what somebody does now. */
export const upTo = (stored: StoredEmergency, now: Date): StoredEmergency => {
  const event = reminder(stored.life, now)
  return event ? withEvent(stored, event) : stored
}

/** Load, rule, save. The same request again finds what it did the first time. */
export async function actOn(
  act: Act,
  { emergency, text, until, place, review }: Said,
  call: Call<Emergencies>,
): Promise<FoundEmergency> {
  const { repository, key, now, roles } = call
  for (let attempt = 1; ; attempt += 1) {
    const found = await seen(emergency, call)
    if (wasMadeBy(found, call)) return found
    const current = upTo(found.stored, now)
    const event: StoredEvent = {
      ...accepted(decide(act, current.life, partiesOf(roles), now, until)),
      ...(text !== undefined && text !== '' && { text }),
      by: actorIn(call, 'emergency:handle'),
      madeBy: { id: key.id, request: key.request },
    }
    const stored = {
      ...withEvent(current, event),
      ...(place !== undefined && { place }),
      ...(review && { review }),
    }
    try {
      await repository.save(stored, found)
      return { ...found, stored, version: found.version + 1 }
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

const wasMadeBy = ({ stored }: FoundEmergency, { key }: Call<unknown>): boolean =>
  stored.events.some(({ madeBy }) => madeBy !== undefined && isRepetition(madeBy, key))

/** Each person's tick is an item of its own: two at once both stand. */
export async function tick(
  { emergency, step, done }: { emergency: string; step: Step; done: boolean },
  call: Call<Emergencies>,
): Promise<FoundEmergency> {
  const { stored } = await seen(emergency, call)
  accepted(mayTick(stored.life.kind, stored.life.state, step))
  const by = actorIn(call, 'emergency:handle')
  await call.repository.tick(emergency, { step, at: call.now.toISOString(), by, done })
  return seen(emergency, call)
}
