import * as z from '#shared/kernel/zod.ts'
import type { Me } from '#shared/people/contract.ts'
import { api } from './api.ts'
import { cell, useCell } from './cell.ts'
import { choosePlace, identityOf, type Choice, type Identity } from './identity.ts'
import { sessionNow } from './kept-session.ts'
import { stored } from './storage.ts'
import { useQuery, type Query } from './use-query.ts'

// Who is logged in is shared by every page: one that opens has it at once, and asks again.
const known = cell<Me | undefined>(undefined)
const choices = cell(0)

/** Somebody else is here, or nobody. */
export const forgetIdentity = (): void => known.write(undefined)

/** Who is logged in, as far as a page has asked: for what goes on behind the pages. */
export const personNow = (): string | undefined => known.read()?.person

const Here = z.object({ person: z.string(), community: z.string() })
type Here = z.infer<typeof Here>
const here = stored('last-here', Here)

/** Who looked at which community last on this phone: for what works without a network. None once they have signed out. */
export const lastHere = (): Here | undefined => sessionNow() && here.read()

function rememberHere(identity: Identity | undefined): void {
  if (identity) here.write({ person: identity.person, community: identity.community })
}

/** From which side, and at which community, the person looks from now on: on every page. */
export function choose(person: string, choice: Choice): void {
  choosePlace(person, choice)
  choices.write(choices.read() + 1)
}

interface Known {
  readonly query: Query<Me>
  /** `undefined` while it is asked for, and for a person registered nowhere. */
  readonly identity: Identity | undefined
}

export function useIdentity(): Known {
  const before = useCell(known)
  useCell(choices)
  const query = useQuery('me', async () => {
    const me = await api.people.me({})
    known.write(me)
    rememberHere(identityOf(me))
    return me
  })
  const me = before ?? query.data
  return { query: { ...query, data: me }, identity: me && identityOf(me) }
}
