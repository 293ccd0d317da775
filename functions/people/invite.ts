import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Input } from '#shared/kernel/route.ts'
import { givingRole, mayGive } from '#shared/people/giving.ts'
import { formatCode, invitationCode } from '#shared/people/invitation-code.ts'
import type { communityRoles, Invitation } from '#shared/people/roles-contract.ts'
import { maskName } from '#shared/people/rules.ts'
import { placeName } from '#shared/people/scopes.ts'
import { termOf } from '#shared/people/terms.ts'
import type { Call, PlaceScope, RequestKey } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import {
  invitationsOn,
  type FoundInvitation,
  type InvitationCard,
  type StoredInvitation,
} from './invitation-items.ts'

/** A week: long enough to hand it over on paper, short enough to be forgotten safely. */
const VALID_MS = 7 * 86_400_000

/** A place, as the edge resolved it, and the store beneath. */
export interface RolesOf extends Pick<Ports, 'table' | 'keys' | 'newId'> {
  readonly place: PlaceScope
}

type Giving = Omit<Input<typeof communityRoles.invite>, 'community'>

/** What a code is looked up by: who reads the store cannot use it. */
export const idOfCode = (keys: Ports['keys'], code: string): string =>
  keys.digestText('invitation', code)

/** The same request again gives the same code: it follows from the request's key, and is stored nowhere. */
export const codeOf = (keys: Ports['keys'], key: Pick<RequestKey, 'id'>): string =>
  invitationCode(keys.digest('invitation code', key.id))

export async function invite(
  { role, post, name, firstDay, lastDay, ground }: Giving,
  call: Call<RolesOf>,
): Promise<{ invitation: Invitation; code: string }> {
  const { repository, roles, key, now, person } = call
  const { place, keys } = repository
  const gift = accepted(mayGive(roles, place.scope, { role, post }))
  const term = accepted(termOf(role, { firstDay, lastDay }, now))
  const by = givingRole(roles, place.scope, gift)
  const stored = await addInvitation(
    repository,
    {
      ...gift,
      ...term,
      ground,
      name,
      by: person,
      givenBy: `${by === undefined ? '' : ROLE_NAMES[by]} ${maskName(call.name)}`,
    },
    key,
    now,
  )
  return { invitation: shown(stored, now), code: formatCode(codeOf(keys, key)) }
}

type Made = Pick<
  StoredInvitation,
  'role' | 'post' | 'from' | 'until' | 'ground' | 'name' | 'by' | 'givenBy'
>

/** @throws RefusedError where the same request invited somebody else before */
export async function addInvitation(
  { table, keys, place }: Omit<RolesOf, 'newId'>,
  made: Made,
  key: RequestKey,
  now: Date,
): Promise<StoredInvitation> {
  const id = idOfCode(keys, codeOf(keys, key))
  const { scope, of, name: placed } = place
  const stored: StoredInvitation = {
    ...made,
    id,
    scope,
    of,
    place: placed,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + VALID_MS).toISOString(),
    state: 'open',
    madeBy: { id: key.id, request: key.request },
    audit: [
      {
        id: `invited-${id}`,
        at: now.toISOString(),
        scope: placeName(place),
        by: made.by,
        act: 'people.invite',
        subject: id,
        detail: { role: made.role, ...(made.post && { post: made.post }) },
      },
    ],
  }
  const invitations = invitationsOn(table)
  const found = await invitations.find(id)
  if (found && isRepetition(found.stored.madeBy, key)) return found.stored
  try {
    await invitations.add(stored, now)
    return stored
  } catch (err) {
    const again = err instanceof ConflictError ? await invitations.find(id) : undefined
    if (again && isRepetition(again.stored.madeBy, key)) return again.stored
    throw err
  }
}

/** Withdrawn twice is withdrawn. @throws RefusedError where it is not one of this place, or was used */
export async function withdraw(
  id: string,
  { repository: { table, place }, person, now }: Call<RolesOf>,
): Promise<Invitation> {
  const invitations = invitationsOn(table)
  const found = await invitations.find(id)
  if (!found || placeName(found.stored) !== placeName(place)) {
    throw new RefusedError('people.invitation_not_found')
  }
  const { stored } = found
  if (stored.state === 'withdrawn') return shown(stored, now)
  if (stored.state !== 'open') throw new RefusedError('people.invitation_closed')
  const saved = await invitations.save(withdrawn(found, person, now), found, now)
  return shown(saved.stored, now)
}

const withdrawn = ({ stored }: FoundInvitation, by: string, now: Date): StoredInvitation => ({
  ...stored,
  state: 'withdrawn',
  audit: [
    ...stored.audit,
    {
      id: `withdrawn-${stored.id}`,
      at: now.toISOString(),
      scope: placeName(stored),
      by,
      act: 'people.withdraw_invitation',
      subject: stored.id,
    },
  ],
})

/** As those who may give roles there see it. */
export function shown(card: InvitationCard, now: Date): Invitation {
  const { id, role, post, from, until, ground, givenBy, name, at, expiresAt, state } = card
  const isOver = state === 'open' && Date.parse(expiresAt) <= now.getTime()
  return {
    ...{ invitation: id, role, post, from, until, ground, givenBy, name, expiresAt },
    invitedAt: at,
    state: isOver ? 'expired' : state === 'claimed' ? 'used' : state,
  }
}
