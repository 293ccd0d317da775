import { keptUntil } from '#shared/privacy/retention.ts'
import type { Persons } from '../people/offers.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'
import { closingsIn } from './closing-repository.ts'

// IDLE#<person> | STATE    somebody who has logged in; wake: when to look whether they still do
const FORMAT = 1
const KIND = 'IDLE'
const keyOf = (person: string): Key => ({ pk: `${KIND}#${person}`, sk: 'STATE' })

function idleItem(person: string, version: number, now: Date): Item {
  const key = keyOf(person)
  const wake = wakeAt(key, keptUntil('idle_accounts', now))
  return { version, v: FORMAT, data: {}, wake, ...key }
}

/** From the first login on somebody is looked after: one read at each later one. */
export const watchingLogins = <P extends Pick<Persons, 'ofOpenid'>>(
  { table, now }: Pick<Ports, 'table' | 'now'>,
  persons: P,
): P => ({
  ...persons,
  async ofOpenid(openid: string) {
    const person = await persons.ofOpenid(openid)
    await watch(table, person, now())
    return person
  },
})

async function watch(table: Table, person: string, now: Date): Promise<void> {
  if (await table.get(keyOf(person))) return
  await table.put(idleItem(person, 1, now)).catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })
}

/**
 * An account without a home and without an office, which no phone is logged in to any more, is closed: its last login
 * has run out, which takes as long as an idle account is kept.
 */
export const idleJob = (
  { table }: Pick<Ports, 'table'>,
  persons: Pick<Persons, 'grantsOf' | 'sessions'>,
): Job => ({
  kind: KIND,
  async visit(item, now) {
    const person = item.pk.slice(KIND.length + 1)
    const held = await persons.grantsOf(person)
    const sessions = await persons.sessions.of(person)
    const isUsed = sessions.length > 0 || (held?.homes.length ?? 0) + (held?.grants.length ?? 0) > 0
    if (isUsed) return table.put(idleItem(person, item.version + 1, now))
    if (held) await beginClosing(table, person, now)
    return table.delete(item, item.version)
  },
})

/** Nobody is there to think better of it: due at once. */
async function beginClosing(table: Table, person: string, now: Date): Promise<void> {
  const closings = closingsIn(table)
  const found = await closings.find(person)
  if (found.stored?.state === 'closing') return
  const at = now.toISOString()
  const stored = { state: 'closing' as const, requestedAt: at, dueAt: at, done: [], frozen: [] }
  await closings.save(person, { ...stored, audit: found.stored?.audit ?? [] }, found, now)
}
