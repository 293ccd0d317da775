import { createHash } from 'node:crypto'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { notices } from '#shared/notices/contract.ts'
import {
  correct,
  fingerprinted,
  mayBeValidUntil,
  sideFor,
  sidesOf,
  type Side,
  type Wording,
} from '#shared/notices/rules.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { Notices } from './repository.ts'
import type { FoundNotice, StoredEdition, StoredNotice } from './stored.ts'

/** Publishes it under an id of the request's key; the same request again finds what it made. */
export async function publish(
  { title, text, category, pinned, validUntil }: Input<typeof notices.publish>,
  call: Call<Notices>,
): Promise<FoundNotice> {
  const { repository, key, roles, now } = call
  const made = await repository.find(key.id)
  if (made && isRepetition(made.stored.editions[0].madeBy, key)) return made

  const side = accepted(sideFor(category, roles))
  const stored: StoredNotice = {
    notice: key.id,
    community: repository.community,
    side,
    category,
    pinned,
    validUntil: accepted(mayBeValidUntil(validUntil, now)),
    editions: [newEdition(1, { title, text }, side, call)],
  }
  try {
    await repository.add(stored, now)
    return { stored, version: 1, reads: 0 }
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
    const found = await repository.find(key.id)
    if (found && isRepetition(found.stored.editions[0].madeBy, key)) return found
    throw err
  }
}

/**
 * Adds a corrected edition beside the old ones, which never change.
 * @throws ConflictError where another edition came meanwhile: its author has not read that one
 */
export async function publishCorrection(
  { notice, title, text }: Input<typeof notices.correct>,
  call: Call<Notices>,
): Promise<FoundNotice> {
  const { repository, key, roles, now } = call
  const found = await repository.find(notice)
  if (!found) throw new RefusedError('notices.not_found')
  const { stored } = found
  if (wasMadeBy(stored, key)) return found

  const edition = accepted(correct(stored, { title, text }, roles))
  const added = newEdition(edition, { title, text }, stored.side, call)
  const next: StoredNotice = { ...stored, editions: [...stored.editions, added] }
  try {
    await repository.save(next, found, now)
    return { ...found, stored: next, version: found.version + 1 }
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
    const current = await repository.find(notice)
    if (current && wasMadeBy(current.stored, key)) return current
    throw err
  }
}

const wasMadeBy = ({ editions }: StoredNotice, key: Call<unknown>['key']): boolean =>
  editions.some(({ madeBy }) => isRepetition(madeBy, key))

function newEdition(
  edition: number,
  wording: Wording,
  side: Side,
  { person, name, roles, now, key }: Call<unknown>,
): StoredEdition {
  const role = roles.find((one) => sidesOf([one]).includes(side))
  if (!role) throw new RefusedError('notices.not_yours')
  return {
    edition,
    ...wording,
    publishedAt: now.toISOString(),
    publishedBy: `${ROLE_NAMES[role]} ${maskName(name)}`,
    sha256: createHash('sha256').update(fingerprinted(wording)).digest('hex'),
    by: { person, role },
    madeBy: { id: key.id, request: key.request },
  }
}
