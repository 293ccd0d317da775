import { DAY } from '#shared/kernel/calendar.ts'
import type { Closure } from '#shared/privacy/contract.ts'
import { COOLING_OFF_DAYS, mayClose, mayKeep } from '#shared/privacy/closing.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { closingsIn, closureEntry, type FoundClosure } from './closing-repository.ts'
import type { PersonalData } from './personal-data.ts'

type AccountCall = Call<Ports>
type Parts = readonly PersonalData[]

/** What closing would do, and whether it is under way. */
export async function showClosure(parts: Parts, call: AccountCall): Promise<Closure> {
  return shown(parts, call, await closingsIn(call.repository.table).find(call.person))
}

/** Asked again while it runs, it runs on as it was. */
export async function closeAccount(parts: Parts, call: AccountCall): Promise<Closure> {
  const { person, repository, now, newId } = call
  const closings = closingsIn(repository.table)
  const found = await closings.find(person)
  if (found.stored?.state === 'closing') return shown(parts, call, found)
  accepted(mayClose(await blockersIn(parts, person, now)))
  const stored = {
    state: 'closing' as const,
    requestedAt: now.toISOString(),
    dueAt: new Date(now.getTime() + COOLING_OFF_DAYS * DAY).toISOString(),
    done: [],
    frozen: [],
    audit: [...(found.stored?.audit ?? []), closureEntry(newId(), person, 'privacy.close', now)],
  }
  await closings.save(person, stored, found, now)
  return shown(parts, call, { ...found, stored })
}

export async function keepAccount(parts: Parts, call: AccountCall): Promise<Closure> {
  const { person, repository, now, newId } = call
  const closings = closingsIn(repository.table)
  const found = await closings.find(person)
  const { stored: held } = found
  accepted(mayKeep(held?.state, held?.dueAt, now))
  if (held) {
    const audit = [...held.audit, closureEntry(newId(), person, 'privacy.keep', now)]
    const stored = { ...held, state: 'cancelled' as const, audit }
    await closings.save(person, stored, found, now)
    return shown(parts, call, { ...found, stored })
  }
  return shown(parts, call, found)
}

async function shown(
  parts: Parts,
  { person, now }: AccountCall,
  { stored }: FoundClosure,
): Promise<Closure> {
  const foreseen = await Promise.all(parts.map((part) => part.foresee(person, now)))
  const isClosing = stored?.state === 'closing'
  return {
    state: isClosing ? 'closing' : 'open',
    ...(isClosing && { requestedAt: stored.requestedAt, dueAt: stored.dueAt }),
    blockers: [...(await blockersIn(parts, person, now))],
    erased: foreseen.flatMap(({ erased }) => erased),
    frozen: foreseen.flatMap(({ frozen }) => frozen),
    kept: foreseen.flatMap(({ kept = [] }) => kept),
  }
}

async function blockersIn(parts: Parts, person: string, now: Date): Promise<readonly string[]> {
  const all = await Promise.all(
    parts.map((part) => part.blocks?.(person, now) ?? Promise.resolve([])),
  )
  return all.flat()
}
