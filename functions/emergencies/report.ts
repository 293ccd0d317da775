import type { emergencies } from '#shared/emergencies/contract.ts'
import { begun, bornOf, partyOf, REPORTS_A_DAY } from '#shared/emergencies/rules.ts'
import { actingRole, type Permission, type Role } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/kernel/mask.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { Emergencies } from './repository.ts'
import type { FoundEmergency, StoredActor, StoredEmergency } from './stored.ts'
import { withEvent } from './with-event.ts'

export interface Needs {
  readonly photos: Pick<PhotoOffers, 'claim' | 'view'>
}

/** Who acts, by the role that lets them; an office comes before a home. */
export function actorIn({ person, name, roles }: Call<unknown>, permission: Permission) {
  const role = actingRole(roles, 'emergency:handle') ?? actingRole(roles, permission)
  if (!role) throw new RefusedError('auth.required')
  return { person, role, name: maskName(name) } satisfies StoredActor
}

/** Under an id of the request's key; the same request again finds what it made. */
export async function report(
  input: Input<typeof emergencies.report>,
  call: Call<Emergencies>,
  { photos }: Needs,
): Promise<FoundEmergency> {
  const { repository, key, now, roles } = call
  const made = await madeBefore(call)
  if (made) return made
  const by = actorIn(call, 'emergency:report')
  if (roles.every(isHousehold) && (await repository.countReport(by, key.id, now)) > REPORTS_A_DAY) {
    throw new RefusedError('emergencies.too_many', { most: REPORTS_A_DAY })
  }
  if (input.photos.length > 0) {
    const whose = { person: call.person, community: repository.community }
    await photos.claim(input.photos, whose, `emergency ${key.id}`)
  }
  const stored = newEmergency(input, by, call)
  try {
    await repository.add(stored)
    return { stored, version: 1, ticks: [] }
  } catch (err) {
    const found = err instanceof ConflictError ? await madeBefore(call) : undefined
    if (!found) throw err
    return found
  }
}

const isHousehold = (role: Role): boolean => role === 'owner' || role === 'tenant'

async function madeBefore({ repository, key }: Call<Emergencies>) {
  const found = await repository.find(key.id)
  const madeBy = found?.stored.events[0].madeBy
  return madeBy && isRepetition(madeBy, key) ? found : undefined
}

function newEmergency(
  { kind, place, note, photos }: Input<typeof emergencies.report>,
  by: StoredActor,
  { repository, key, now }: Call<Emergencies>,
): StoredEmergency {
  const at = now.toISOString()
  const first = begun(kind, partyOf(by.role), at)
  const event = { ...first, by, madeBy: { id: key.id, request: key.request } }
  const empty: StoredEmergency = {
    ...{ emergency: key.id, community: repository.community, place, photos, changedAt: at },
    ...(note !== undefined && note !== '' && { note }),
    life: bornOf(kind, first),
    events: [event],
    untold: [],
    audit: [],
  }
  return withEvent(empty, event)
}
