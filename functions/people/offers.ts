import type { Identity } from '../platform/http/access.ts'
import type { Ports } from '../platform/ports.ts'
import { ignoreConflict, parseGrants, personsIn, type StoredGrants } from './repository.ts'

export interface Persons {
  identify(token: string, now: Date): Promise<Identity | undefined>
  openSession(person: string, session: string, now: Date, expiresAt: number): Promise<void>
  closeSession(person: string, session: string): Promise<void>
  /** The person a WeChat account belongs to; one without roles or homes is made the first time. */
  ofOpenid(openid: string): Promise<string>
  /** The WeChat account to name when WeChat is asked about what the person wrote; none before the first login. */
  openidOf(person: string): Promise<string | undefined>
  /** Name, roles and homes as they stand now; `undefined` where there is no such person, or no longer. */
  grantsOf(person: string): Promise<StoredGrants | undefined>
}

export function personDirectory({ table, keys }: Pick<Ports, 'table' | 'keys'>): Persons {
  const persons = personsIn(table)
  // The same version of an item says the same: it is parsed once, however often it is read.
  const parsed = new Map<string, { readonly version: number; readonly grants: StoredGrants }>()

  return {
    async identify(token, now) {
      const claims = await keys.verifyToken(token, now)
      if (!claims) return undefined
      const { person, session } = claims
      const item = await persons.whileLoggedIn(person, session)
      if (!item) return undefined
      let held = parsed.get(person)
      if (held?.version !== item.version) {
        held = { version: item.version, grants: parseGrants(item) }
        if (parsed.size > 10_000) parsed.clear()
        parsed.set(person, held)
      }
      return { person, session, ...held.grants }
    },
    openSession: persons.openSession,
    closeSession: persons.closeSession,
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
    openidOf: persons.openidOf,
    grantsOf: persons.grantsOf,
  }
}
