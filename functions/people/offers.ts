import { confirmedAt, ENDING_CODES, type SessionRecord } from '#shared/sessions/rules.ts'
import type { Identity } from '../platform/http/access.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { homesOn, type Homes } from './homes.ts'
import { ignoreConflict, type Item } from '../platform/table/table.ts'
import { parseGrants, personsIn, type HeldGrants } from './repository.ts'
import { keptSession, sessionItems, type SessionItems } from './session-items.ts'

export { inviteAdmin } from './admin-invitation.ts'
export { roleHolders } from './role-holders.ts'
export { staffAt, staffMember } from './staff.ts'

export interface Persons extends Homes {
  identify(token: string, now: Date): Promise<Identity | undefined>
  openSession(person: string, session: string, now: Date, expiresAt: number): Promise<void>
  closeSession(person: string, session: string): Promise<void>
  readonly sessions: SessionItems
  /** The person a WeChat account belongs to; one without roles or homes is made the first time. */
  ofOpenid(openid: string): Promise<string>
  /** As `ofOpenid`, but nobody is made. */
  knownBy(openid: string): Promise<string | undefined>
  /** The WeChat account to name when WeChat is asked about what the person wrote; none before the first login. */
  openidOf(person: string): Promise<string | undefined>
  /** Name, roles and homes as they stand now; `undefined` where there is no such person, or no longer. */
  grantsOf(person: string): Promise<HeldGrants | undefined>
}

export function personDirectory(ports: Pick<Ports, 'table' | 'keys' | 'now'>): Persons {
  const { table, keys } = ports
  const persons = personsIn(table)
  // One machine's table keeps what is read often, and gives the same item again: it is parsed once.
  const grantsOf = parsedOnce(parseGrants)
  const sessionOf = parsedOnce((item): SessionRecord => keptSession(item).record)

  return {
    async identify(token, now) {
      const claims = await keys.verifyToken(token, now)
      if (!claims) return undefined
      const { person, session } = claims
      const found = await persons.whileLoggedIn(person, session)
      if (!found) return undefined
      const login = sessionOf(found.open)
      if (login.ended) throw new RefusedError(ENDING_CODES[login.ended])
      const held = grantsOf(found.grants)
      return { person, session, confirmedAt: confirmedAt(login), ...held }
    },
    openSession: persons.openSession,
    closeSession: (person, session) => sessionItems(table).close(person, session),
    sessions: sessionItems(table),
    async ofOpenid(openid) {
      const digest = keys.digestText('openid', openid)
      const known = await persons.personOf(digest)
      if (known !== undefined) {
        await persons.rememberOpenid(known, openid)
        return known
      }
      // Claim last: a crash in between leaves a person nobody can log in as, and the next login finishes.
      const person = digest.slice(0, 22)
      await persons.add(person, { name: '', grants: [], homes: [] }).catch(ignoreConflict)
      await persons.rememberOpenid(person, openid)
      await persons.claimOpenid(digest, person).catch(ignoreConflict)
      return person
    },
    knownBy: (openid) => persons.personOf(keys.digestText('openid', openid)),
    openidOf: persons.openidOf,
    ...homesOn(ports),
    grantsOf: persons.grantsOf,
  }
}

function parsedOnce<T>(parse: (item: Item) => T): (item: Item) => T {
  const known = new WeakMap<Item, { readonly value: T }>()
  return (item) => {
    const held = known.get(item)
    if (held) return held.value
    const value = parse(item)
    known.set(item, { value })
    return value
  }
}
