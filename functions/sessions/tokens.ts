import type { Session } from '#shared/sessions/contract.ts'
import { newFamily, refreshUntil, type Family } from '#shared/sessions/rules.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { Persons } from '../people/offers.ts'
import { isSameSecret, type Keys } from '../platform/keys/keys.ts'

// r1.<person>.<session>.<generation>.<digest>: nothing of it is stored but the generation, so the store gives no
// token away, and the same generation has the same token however often it is made.
const FORM = /^r1\.([\w-]{1,64})\.([\w-]{1,64})\.(\d{1,9})\.([\w-]{43})$/

interface ShownRefresh {
  readonly person: string
  readonly session: string
  readonly generation: number
  readonly digest: string
}

export function readRefresh(text: string): ShownRefresh | undefined {
  const [, person, session, generation, digest] = FORM.exec(text) ?? []
  if (person === undefined || session === undefined || digest === undefined) return undefined
  return { person, session, generation: Number(generation), digest }
}

type Of = Pick<ShownRefresh, 'person' | 'session' | 'generation'>

const digestOf = (keys: Keys, { nonce }: Family, { person, session, generation }: Of): string =>
  keys.digestText('refresh token', person, session, nonce, String(generation))

/** Whether it was made by us for this family, at whatever time. */
export const isOurs = (keys: Keys, family: Family, shown: ShownRefresh): boolean =>
  isSameSecret(digestOf(keys, family, shown), shown.digest)

/** The pair of a family as it stands: the same again until it moves on. */
export async function pairOf(
  keys: Keys,
  person: string,
  session: string,
  family: Family,
): Promise<Session> {
  const { accessUntil, generation } = family
  const digest = digestOf(keys, family, { person, session, generation })
  return {
    token: await keys.signToken({ person, session, expiresAt: accessUntil }),
    expiresAt: new Date(accessUntil * 1_000).toISOString(),
    refresh: `r1.${person}.${session}.${generation}.${digest}`,
  }
}

interface Login {
  readonly person: string
  readonly session: string
  readonly device: string | undefined
  /** A person with a second factor has still to show it. */
  readonly confirmed: boolean
  readonly now: Date
  readonly nonce: string
}

/** @throws ConflictError where a session of this id stands */
export async function openLogin(
  persons: Pick<Persons, 'sessions'>,
  keys: Keys,
  { person, session, device, confirmed, now, nonce }: Login,
): Promise<Session> {
  const family = newFamily(nonce, now)
  const record = {
    openedAt: now.toISOString(),
    seenOn: dayOf(now),
    refresh: family,
    ...(device !== undefined && { device }),
    ...(!confirmed && { confirmedAt: null }),
  }
  await persons.sessions.open(person, session, record, refreshUntil(now))
  return pairOf(keys, person, session, family)
}
