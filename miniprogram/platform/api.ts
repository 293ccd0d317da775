import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import type { Contract } from '#shared/kernel/route.ts'
import { notices } from '#shared/notices/contract.ts'
import { people } from '#shared/people/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { sessions } from '#shared/sessions/contract.ts'
import { coreVotes } from '#shared/votes/core-contract.ts'
import { createClient, type Client } from './client.ts'
import { authorized } from './session.ts'
import { wait } from './wait.ts'

/** A contract's operations, typed: `clientOf(complaints).file(…)`. */
export const clientOf = <C extends Contract>(contract: C): Client<C> =>
  createClient(contract, { send: authorized, wait })

/**
 * What the tab pages ask. What only role pages ask has its client in `features/<feature>/api.ts`, so that its
 * contract is loaded with the package of the role.
 */
export const api = {
  sessions: clientOf(sessions),
  people: clientOf(people),
  communities: clientOf(communities),
  complaints: clientOf(complaints),
  photos: clientOf(photos),
  notices: clientOf(notices),
  votes: clientOf(coreVotes),
  fees: clientOf(fees),
}
