import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { Home } from '#shared/kernel/home.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'

// PERSON#<person> | GRANTS              name, roles, homes: one item, read on each request
// PERSON#<person> | SESSION#<session>   one per login; revoked by deletion, gone when expired
// PERSON#<person> | WEIXIN              the account to name when WeChat is asked about what the person wrote
// OPENID#<digest> | PERSON              whose WeChat account it is; claimed once
const FORMAT = 1

const StoredGrants = z.object({
  name: z.string(),
  grants: z.array(
    z.object({
      scope: z.enum(['community', 'street']),
      of: z.string(),
      role: z.enum(ROLES),
      from: z.string(),
      until: z.string().optional(),
    }),
  ),
  homes: z.array(Home.extend({ community: z.string(), owner: z.string().optional() })),
})
export type StoredGrants = z.infer<typeof StoredGrants>

const grantsKey = (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'GRANTS' })
const sessionKey = (person: string, session: string): Key => ({
  pk: `PERSON#${person}`,
  sk: `SESSION#${session}`,
})
const weixinKey = (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'WEIXIN' })
const openidKey = (digest: string): Key => ({ pk: `OPENID#${digest}`, sk: 'PERSON' })

export const parseGrants = (item: Item): StoredGrants => StoredGrants.parse(item.data)

export const personsIn = (table: Table) => ({
  /** The grants of a person whose session stands; `undefined` where it was revoked or has expired. */
  async whileLoggedIn(person: string, session: string): Promise<Item | undefined> {
    const [open, grants] = await table.batchGet([sessionKey(person, session), grantsKey(person)])
    return open && grants
  },
  async openSession(person: string, session: string, now: Date, expiresAt: number): Promise<void> {
    const data = { openedAt: now.toISOString() }
    await table.put({ ...sessionKey(person, session), version: 1, v: FORMAT, data, expiresAt })
  },
  closeSession: (person: string, session: string): Promise<void> =>
    table.delete(sessionKey(person, session), 1).catch(ignoreConflict),
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
  async grantsOf(person: string): Promise<StoredGrants | undefined> {
    const item = await table.get(grantsKey(person))
    return item && parseGrants(item)
  },
  /** @throws ConflictError where the person exists already */
  add: (person: string, grants: StoredGrants): Promise<void> =>
    table.put({ ...grantsKey(person), version: 1, v: FORMAT, data: grants }),
})

/** For writes that are the same for everyone who races: whoever is first wins, and nobody loses. */
export function ignoreConflict(err: unknown): void {
  if (!(err instanceof ConflictError)) throw err
}
