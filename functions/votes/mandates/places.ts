import { isLive, isWithinCap } from '#shared/votes/mandates/rules.ts'
import { accepted } from '../../platform/http/refused-error.ts'
import type { FrozenRules } from '../stored.ts'
import { untilWritten } from './change.ts'
import type { Mandates } from './repository.ts'
import type { Place, StoredMandate } from './stored.ts'

/** By then whoever took a place has also accepted the mandate, or has given up: see `isInTimeToWrite`. */
const SETTLED = 60_000

interface At {
  readonly vote: string
  readonly agent: string
}

/** What of an agent's places still holds: mandates they accepted, and places just taken. */
export async function livePlaces(
  mandates: Mandates,
  { vote, agent }: At,
  held: readonly Place[],
  now: Date,
): Promise<readonly { readonly place: Place; readonly mandate: StoredMandate }[]> {
  const heads = await mandates.ofAll(vote, [...new Set(held.map(({ head }) => head))])
  return held.flatMap((place) => {
    const list = heads.find(({ head }) => head === place.head)?.list ?? []
    const mandate = list.find((one) => one.mandate === place.mandate)
    if (!mandate || !isLive(mandate)) return []
    const isTheirs = mandate.accepted?.agent === agent
    const isOnTheWay = !mandate.accepted && now.getTime() - Date.parse(place.at) < SETTLED
    return isTheirs || isOnTheWay ? [{ place, mandate }] : []
  })
}

/**
 * Keeps a place for one more principal, first of all: two acceptances at once meet in this one item, so that the cap
 * holds. Taken twice it is one place.
 * @param now when the request arrived
 */
export const takePlace = (
  mandates: Mandates,
  at: At,
  place: Omit<Place, 'at'>,
  { proxyCap }: Pick<FrozenRules, 'proxyCap'>,
  now: Date,
): Promise<void> =>
  untilWritten(async () => {
    const found = await mandates.agent(at.vote, at.agent)
    const live = (await livePlaces(mandates, at, found.held, now)).map((one) => one.place)
    const others = live.filter(({ mandate }) => mandate !== place.mandate)
    const principals = others.map(({ principal }) => principal)
    accepted(isWithinCap(principals, place.principal, proxyCap))
    const held = [...others, { ...place, at: now.toISOString() }]
    await mandates.saveAgent(at.vote, at.agent, found, held)
  })

/** What was taken for a mandate that came to nothing. */
export const leavePlace = (
  mandates: Mandates,
  { vote, agent }: At,
  mandate: string,
): Promise<void> =>
  untilWritten(async () => {
    const found = await mandates.agent(vote, agent)
    const held = found.held.filter((one) => one.mandate !== mandate)
    if (held.length < found.held.length) await mandates.saveAgent(vote, agent, found, held)
  })
