import { can } from '#shared/kernel/permissions.ts'
import { endsByItself } from '#shared/people/terms.ts'
import { givableAt, givablePosts, mayEnd } from '#shared/people/giving.ts'
import type { Givable, Invitation, RoleHolder } from '#shared/people/roles-contract.ts'
import { isLive, maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import type { Range } from '../platform/table/table.ts'
import { invitationsOn } from './invitation-items.ts'
import { shown, type RolesOf } from './invite.ts'
import { rosterOn, type RosterRow } from './roster.ts'
import { hasEnded } from './take-role.ts'

const PAGE = 50

type Paging = { readonly limit?: number | undefined; readonly cursor?: string | undefined }
const rangeOf = ({ limit = PAGE, cursor }: Paging): Range => ({
  limit,
  ...(cursor !== undefined && { cursor }),
})

type Asking = Call<RolesOf>

export async function listRoles(asked: Paging, call: Asking) {
  const { place, table } = call.repository
  const page = await rosterOn(table).list(place, rangeOf(asked))
  return {
    ...page,
    name: place.name,
    items: page.items.map((row) => holderFor(row, call)),
    givable: givableFor(call),
  }
}

function givableFor({ roles, repository: { place } }: Asking): Givable[] {
  return givableAt(roles, place.scope).map((role) => ({
    role,
    posts: [...givablePosts(roles, place.scope, role)],
    endsByItself: endsByItself(role),
  }))
}

/** Who may give roles must know whom; the others see who is meant. */
export function holderFor({ person, name, grant }: RosterRow, call: Asking): RoleHolder {
  const { roles, now, repository } = call
  const { id, role, post, from, until, ground, givenBy } = grant
  return {
    grant: id,
    person,
    name: can(roles, 'role:give') ? name : maskName(name),
    ...{ role, post, from, until, ground, givenBy },
    mine: person === call.person,
    live: isLive(grant, now),
    mayEnd: !hasEnded(grant, now) && mayEnd(roles, repository.place.scope, grant),
  }
}

export async function listInvitations(
  asked: Paging,
  { repository: { table, place }, now }: Asking,
): Promise<{ items: Invitation[]; cursor?: string }> {
  const range = { ...rangeOf(asked), reverse: true }
  const page = await invitationsOn(table).list(place, range)
  return { ...page, items: page.items.map((card) => shown(card, now)) }
}
