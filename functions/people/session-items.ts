import { SessionRecord } from '#shared/sessions/rules.ts'
import {
  ConflictError,
  type Item,
  type Key,
  type Page,
  type Table,
} from '../platform/table/table.ts'

// PERSON#<person> | SESSION#<session>   a login: the whole family of its tokens; stands until it expires,
//                                       marked once it has ended, so that its phone can be told why
const FORMAT = 1
const PREFIX = 'SESSION#'

export const sessionKey = (person: string, session: string): Key => ({
  pk: `PERSON#${person}`,
  sk: PREFIX + session,
})

/** What is stored, with what a later write must say. */
export interface KeptSession {
  readonly session: string
  readonly record: SessionRecord
  readonly version: number
  /** Epoch seconds. */
  readonly expiresAt: number | undefined
}

export const keptSession = ({ sk, version, data, expiresAt }: Item): KeptSession => ({
  session: sk.slice(PREFIX.length),
  record: SessionRecord.parse(data),
  version,
  expiresAt,
})

export const sessionItems = (table: Table) => ({
  /** @throws ConflictError where a session of this id stands */
  async open(
    person: string,
    session: string,
    record: SessionRecord,
    expiresAt: number,
  ): Promise<void> {
    const item = { ...sessionKey(person, session), version: 1, v: FORMAT, data: record, expiresAt }
    await table.put(item)
  },
  async find(person: string, session: string): Promise<KeptSession | undefined> {
    const item = await table.get(sessionKey(person, session))
    return item && keptSession(item)
  },
  async close(person: string, session: string): Promise<void> {
    const key = sessionKey(person, session)
    for (let turn = 0; turn < CHANGES; turn += 1) {
      const item = await table.get(key)
      if (!item) return
      try {
        await table.delete(key, item.version)
        return
      } catch (err) {
        if (!(err instanceof ConflictError)) throw err
      }
    }
  },
  /** Those that have not expired, ended ones among them. */
  async of(person: string): Promise<readonly KeptSession[]> {
    const kept: KeptSession[] = []
    let page: Page<Item> | undefined
    do {
      const after = page?.cursor === undefined ? {} : { cursor: page.cursor }
      page = await table.query(`PERSON#${person}`, { prefix: PREFIX, ...after })
      kept.push(...page.items.map(keptSession))
    } while (page.cursor !== undefined)
    return kept
  },
  change: changeOn(table),
})
export type SessionItems = ReturnType<typeof sessionItems>

// Each conflict means that somebody else has written: two phones of one family, or the device list.
const CHANGES = 8

/**
 * Writes what `change` makes of it, again where somebody else wrote meanwhile.
 * `undefined` from `change` writes nothing. The session as it stands afterwards; `undefined` where there is none.
 */
const changeOn =
  (table: Table) =>
  async (
    person: string,
    session: string,
    change: (kept: KeptSession) => Partial<SessionRecord> | undefined,
    expiresAt?: number,
  ): Promise<KeptSession | undefined> => {
    for (let turn = 0; turn < CHANGES; turn += 1) {
      const item = await table.get(sessionKey(person, session))
      if (!item) return undefined
      const kept = keptSession(item)
      const changed = change(kept)
      if (!changed) return kept
      const next = {
        ...item,
        version: item.version + 1,
        data: { ...kept.record, ...changed },
        ...(expiresAt !== undefined && { expiresAt }),
      }
      try {
        await table.put(next)
        return keptSession(next)
      } catch (err) {
        if (!(err instanceof ConflictError)) throw err
      }
    }
    throw new ConflictError('the session is written by many at once')
  }
