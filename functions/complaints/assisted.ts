import type { AssistedCard, AssistedSide } from '#shared/complaints/contract.ts'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { cardOf, filerByKey } from './items.ts'
import type { Complaints } from './repository.ts'
import { stillHelps } from './sight.ts'
import { actorOf } from './view.ts'

interface Asked {
  readonly side: AssistedSide
  readonly limit: number
  readonly cursor?: string | undefined
}
interface Listed {
  readonly items: AssistedCard[]
  readonly cursor?: string
}

/** What was sent in by a helper, latest first. */
export const assistedComplaints = (asked: Asked, call: Call<Complaints>): Promise<Listed> =>
  asked.side === 'by_me' ? byMe(asked, call) : forMe(asked, call)

/** A page may be short: what the caller no longer helps with is left out. */
async function byMe({ limit, cursor }: Asked, call: Call<Complaints>): Promise<Listed> {
  const from = placeIn(cursor, BY_ME)
  const page = await call.repository.helpedBy(call.person, { limit, cursor: from?.inner })
  const shown = page.items.filter((one) => !one.frozen && stillHelps(one, call))
  return {
    items: shown.map((one) => ({ ...cardOf(one), filedFor: actorOf(one.filedBy) })),
    ...(page.cursor !== undefined && { cursor: `m|${page.cursor}` }),
  }
}

/** Filed under an owner's key before the owner used the app; one key after the other, as one list. */
async function forMe({ limit, cursor }: Asked, call: Call<Complaints>): Promise<Listed> {
  const keys = [...new Set(call.homes.flatMap(({ owner }) => owner ?? []))].sort()
  const from = placeIn(cursor, FOR_ME)
  const now = Number(from?.tag ?? 0)
  const key = keys[now]
  if (key === undefined) return { items: [] }
  const page = await call.repository.mine(filerByKey(key), { limit, cursor: from?.inner })
  const filedFor = { role: ROLE_NAMES.owner, name: maskName(call.name) }
  const next = page.cursor === undefined ? nextKey(now, keys.length) : `${now}|${page.cursor}`
  return {
    items: page.items.map((card) => ({ ...card, filedFor })),
    ...(next !== undefined && { cursor: next }),
  }
}

const nextKey = (now: number, count: number): string | undefined =>
  now + 1 < count ? `${now + 1}|` : undefined

const BY_ME = /^(m)\|(.*)$/
const FOR_ME = /^(\d{1,3})\|(.*)$/

/**
 * Where a page of this side ended; `inner` is the store's own cursor.
 * @throws RefusedError where it ended a page of the other side
 */
function placeIn(cursor: string | undefined, form: RegExp) {
  if (cursor === undefined) return undefined
  const [, tag, inner] = form.exec(cursor) ?? []
  if (tag === undefined) throw new RefusedError('request.cursor_invalid')
  return { tag, inner: inner === '' ? undefined : inner }
}
