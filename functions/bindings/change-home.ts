import type { Acting, Decided, Happened, Home, Step } from '#shared/bindings/rules/home.ts'
import { MINUTE } from '#shared/kernel/calendar.ts'
import type { AuditEntry } from '../platform/audit/audit.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { isRepetition, type MadeBy } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { Desk } from './desk.ts'
import { NOBODY, type RegisteredHome } from './register-desk.ts'
import type { FoundHome, StoredActor, StoredEvent, StoredHome } from './stored.ts'

/** When others write at the same moment, the rule is asked again of what they left; then it is a conflict. */
const TRIES = 8

/**
 * A writer that was held up can write what it read this long ago, and no later: requests and functions end before.
 * So persons' items are looked at once more after it.
 */
const SETTLES_AFTER = 2 * MINUTE

interface Who {
  readonly actor: StoredActor
  readonly now: Date
  readonly newId: () => string
  readonly key?: Call<unknown>['key']
  /** Who is to find the home among theirs from now on. */
  readonly binder?: string
}

export interface Place {
  readonly community: string
  readonly unit: string
}

/** What is known when a rule is asked: the home, and its owners on the register at this moment. */
export interface Known {
  readonly home: Home
  readonly registered: RegisteredHome
}

/**
 * Load, rule, save. The same request again finds what it did the first time. The register is read after the home,
 * and the home is written only if nobody wrote it since: whoever changes the register later visits what is written here.
 */
export async function changeHome(
  desk: Desk,
  { community, unit }: Place,
  who: Who,
  decide: (known: Known) => Decided | Promise<Decided>,
): Promise<FoundHome> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await desk.homes.find(community, unit)
    if (who.key && wasMadeBy(who.key, found)) return found
    const makeFindable = await findableBy(desk, found, who.binder)
    const registered = (await desk.register.home(community, unit)) ?? NOBODY
    const step = accepted(await decide({ home: found.stored, registered }))
    const next = written(found, step, who, registered.areaCenti)
    await makeFindable()
    try {
      await desk.homes.save(next, found.version)
      await desk.follow(next)
      return foundAfter(found, next)
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

/**
 * What the sweep and the person find the home by. It is written before the home, so that a crash in between loses
 * nothing, and after the rule was asked, so that a refusal leaves nothing.
 */
async function findableBy(
  desk: Desk,
  { stored: { community, unit }, version }: FoundHome,
  binder: string | undefined,
): Promise<() => Promise<void>> {
  const beginWatch = version === 0 ? await desk.watch(community) : undefined
  return async () => {
    await beginWatch?.()
    if (binder !== undefined) await desk.homes.remember(binder, community, unit)
  }
}

const wasMadeBy = (key: Call<unknown>['key'], { events }: FoundHome): boolean =>
  events.some(({ madeBy }) => madeBy !== undefined && isRepetition(madeBy, key))

/** What is written: the next home, what happened with who and when, and the same for the audit. */
export function written(
  { stored }: Pick<FoundHome, 'stored'>,
  { home, happened }: Step,
  { actor, now, newId, key }: Who,
  areaCenti: number,
): StoredHome {
  const at = now.toISOString()
  const madeBy: MadeBy | undefined = key && { id: key.id, request: key.request }
  const events = happened.map((one, n): StoredEvent => ({
    ...one,
    seq: stored.lastSeq + n + 1,
    at,
    by: actor,
    ...(madeBy && { madeBy }),
  }))
  const audit = happened.map((one) => auditOf(one, stored, actor, at, newId()))
  return {
    ...stored,
    ...withoutAbsent(home),
    areaCenti,
    lastSeq: stored.lastSeq + events.length,
    events: [...stored.events, ...events],
    audit: [...stored.audit, ...audit],
    follow: { at, settledAt: new Date(now.getTime() + SETTLES_AFTER).toISOString() },
  }
}

/** What the step left out is gone, though it still stands in what was stored. */
const withoutAbsent = ({ bindings, codes, proposal, representative }: Home): Home => ({
  bindings,
  codes,
  proposal,
  representative,
})

const auditOf = (
  { kind, binding, evidence, reason }: Happened,
  { community, unit }: Place,
  { person, role }: StoredActor,
  at: string,
  id: string,
): AuditEntry => ({
  id,
  at,
  scope: community,
  by: person === '' ? 'command' : person,
  act: `bindings.${kind}`,
  subject: unit,
  detail: {
    as: role,
    ...(binding !== undefined && { binding }),
    ...(evidence && { evidence: evidence.kind }),
    ...(reason !== undefined && { reason }),
  },
})

/** What the next read would find. */
function foundAfter(found: FoundHome, stored: StoredHome): FoundHome {
  const events = new Map([...found.events, ...stored.events].map((event) => [event.seq, event]))
  return { stored, version: found.version + 1, events: [...events.values()] }
}

export const actingAs = ({ person, role }: StoredActor): Acting => {
  if (role === 'claimant' || role === 'register' || role === 'calendar') {
    return { person, role: 'owner' }
  }
  return { person, role }
}
