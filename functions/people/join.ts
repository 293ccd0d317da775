import type { Held } from '#shared/people/contract.ts'
import { mayGive } from '#shared/people/giving.ts'
import { readCode } from '#shared/people/invitation-code.ts'
import { rolesIn } from '#shared/people/rules.ts'
import type { Places } from '../communities/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { adminsOn } from './admins.ts'
import type { StoredGrant } from './grants.ts'
import { invitationsOn, type FoundInvitation, type StoredInvitation } from './invitation-items.ts'
import { idOfCode } from './invite.ts'
import { personsIn } from './repository.ts'
import { refuseIfHeld, takeRole } from './take-role.ts'

export interface Joining extends Pick<Ports, 'table' | 'keys' | 'newId'> {
  readonly places: Places
}

interface Joiner {
  readonly person: string
  readonly now: Date
}

/**
 * The invitation a typed code is for, where this person may use it now.
 * @throws RefusedError saying what is wrong with it: who holds the code may know
 */
export async function invitationFor(
  typed: string,
  joiner: Joiner,
  needs: Joining,
): Promise<FoundInvitation> {
  const code = readCode(typed)
  const found =
    code === undefined
      ? undefined
      : await invitationsOn(needs.table).find(idOfCode(needs.keys, code))
  if (!found) throw new RefusedError('people.code_unknown')
  const { stored } = found
  if (stored.usedBy === joiner.person && stored.state === 'claimed') return found
  refuseUnlessOpen(stored, joiner)
  const held = await personsIn(needs.table).grantsOf(joiner.person)
  if (!held) throw new RefusedError('people.unknown')
  if (held.name !== '' && stored.name !== '' && held.name !== stored.name) {
    throw new RefusedError('people.for_another')
  }
  await refuseUnlessGiverMay(stored, joiner, needs)
  refuseIfHeld(held, grantOf(stored, joiner.now), joiner.now)
  return found
}

function refuseUnlessOpen(
  { state, by, expiresAt, until }: StoredInvitation,
  { person, now }: Joiner,
): void {
  if (state === 'withdrawn') throw new RefusedError('people.code_withdrawn')
  if (state !== 'open') throw new RefusedError('people.code_used')
  const isOver = [expiresAt, until].some((end) => end !== undefined && Date.parse(end) <= +now)
  if (isOver) throw new RefusedError('people.code_expired')
  if (by === person) throw new RefusedError('people.own_invitation')
}

/** An invitation is worth what its giver may give at the moment it is used. */
async function refuseUnlessGiverMay(
  { by, scope, of, role, post }: StoredInvitation,
  { now }: Joiner,
  { table, places }: Joining,
): Promise<void> {
  if (by === 'command') return
  const giver = await personsIn(table).grantsOf(by)
  const place = await places.place({ scope, of })
  const roles = giver && place ? rolesIn(giver, place.where, now) : []
  const isStruckOff = scope === 'platform' && !(await adminsOn(table).isAdmin(by))
  if (isStruckOff || !mayGive(roles, scope, { role, post }).ok) {
    throw new RefusedError('people.giver_ended')
  }
}

/** The role stands in the person's item; the code is used up. @throws RefusedError */
export async function join(typed: string, joiner: Joiner, needs: Joining): Promise<Held> {
  const found = await invitationFor(typed, joiner, needs)
  const claimed = await claim(found, joiner, needs)
  await finish(claimed, joiner.now, needs)
  return heldOf(grantOf(claimed.stored, joiner.now), claimed.stored.place)
}

/** Of two who use a code at once, one claims it. */
async function claim(
  found: FoundInvitation,
  { person, now }: Joiner,
  { table }: Joining,
): Promise<FoundInvitation> {
  if (found.stored.state === 'claimed') return found
  const claimed: StoredInvitation = { ...found.stored, state: 'claimed', usedBy: person }
  try {
    return await invitationsOn(table).save(claimed, found, now)
  } catch (err) {
    if (err instanceof ConflictError) throw new RefusedError('people.code_used')
    throw err
  }
}

/** What a claim promised: again by the sweep where it was left half done. */
export async function finish(
  claimed: FoundInvitation,
  now: Date,
  needs: Pick<Joining, 'table' | 'newId'>,
): Promise<void> {
  const { stored } = claimed
  const used = async (): Promise<void> => {
    const next: StoredInvitation = { ...stored, state: 'used' }
    await invitationsOn(needs.table)
      .save(next, claimed, now)
      .catch((err: unknown) => {
        if (!(err instanceof ConflictError)) throw err
      })
  }
  try {
    await takeRole(needs, stored.usedBy ?? '', stored.name, grantOf(stored, now), now)
  } catch (err) {
    // Another invitation to the same role was faster: this code is used up all the same.
    if (err instanceof RefusedError) await used()
    throw err
  }
  await used()
}

/** Nobody holds a role before they took it, whatever the invitation said. */
function grantOf(stored: StoredInvitation, now: Date): StoredGrant {
  const { id, scope, of, role, post, until, by, givenBy, ground } = stored
  const from = stored.from > now.toISOString() ? stored.from : now.toISOString()
  return { id, scope, of, role, post, from, until, by, givenBy, ground }
}

export const heldOf = (grant: StoredGrant, place: string): Held => {
  const { id, scope, of, role, post, from, until } = grant
  return { grant: id, scope, of, place, role, post, from, until }
}
