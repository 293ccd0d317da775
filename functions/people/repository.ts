import * as z from '#shared/kernel/zod.ts'
import { ignoreConflict, type Item, type Key, type Table } from '../platform/table/table.ts'
import { adminsOn } from './admins.ts'
import {
  GRANTS_FORMAT,
  grantsKey,
  parseGrants,
  StoredGrant,
  type HeldGrants,
  type StoredGrants,
} from './grants.ts'
import { rosterOn } from './roster.ts'
import { sessionItems, sessionKey } from './session-items.ts'

export type { HeldGrants, StoredGrants } from './grants.ts'
export { parseGrants } from './grants.ts'

// PERSON#<person> | GRANTS              name, roles, homes: one item, read on each request
// PERSON#<person> | WEIXIN              the account to name when WeChat is asked about what the person wrote
// OPENID#<digest> | PERSON              whose WeChat account it is; claimed once
const FORMAT = 1

const weixinKey = (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'WEIXIN' })
const openidKey = (digest: string): Key => ({ pk: `OPENID#${digest}`, sk: 'PERSON' })

interface LoggedIn {
  readonly open: Item
  readonly grants: Item
}

export const personsIn = (table: Table) => ({
  /** Session and grants in one read; `undefined` where either has expired or is gone. */
  async whileLoggedIn(person: string, session: string): Promise<LoggedIn | undefined> {
    const [open, grants] = await table.batchGet([sessionKey(person, session), grantsKey(person)])
    return open && grants && { open, grants }
  },
  /** A login without a way to renew it. */
  openSession: (person: string, session: string, now: Date, expiresAt: number): Promise<void> =>
    sessionItems(table).open(person, session, { openedAt: now.toISOString() }, expiresAt),
  async personOf(openidDigest: string): Promise<string | undefined> {
    const item = await table.get(openidKey(openidDigest))
    return item && z.object({ person: z.string() }).parse(item.data).person
  },
  /** @throws ConflictError where the account belongs to a person already */
  claimOpenid: (openidDigest: string, person: string): Promise<void> =>
    table.put({ ...openidKey(openidDigest), version: 1, v: FORMAT, data: { person } }),
  async openidOf(person: string): Promise<string | undefined> {
    const item = await table.get(weixinKey(person))
    return item && z.object({ openid: z.string() }).parse(item.data).openid
  },
  async rememberOpenid(person: string, openid: string): Promise<void> {
    if (await table.get(weixinKey(person))) return
    await table
      .put({ ...weixinKey(person), version: 1, v: FORMAT, data: { openid } })
      .catch(ignoreConflict)
  },
  async grantsOf(person: string): Promise<HeldGrants | undefined> {
    const item = await table.get(grantsKey(person))
    return item && parseGrants(item)
  },
  /** @throws ConflictError where the person exists already */
  async add(person: string, data: StoredGrants): Promise<void> {
    await table.put({ ...grantsKey(person), version: 1, v: GRANTS_FORMAT, data })
    const roster = rosterOn(table)
    for (const given of data.grants) {
      const grant = StoredGrant.parse(given)
      await roster.show(person, data.name, grant)
      if (grant.role === 'admin') {
        await adminsOn(table).enter({ person, grant: grant.id }, new Date(grant.from))
      }
    }
  },
})
