import type { Input, Output } from '#shared/kernel/route.ts'
import type { complaints } from '#shared/complaints/contract.ts'
import { buildingOf, isSameBuilding } from '#shared/complaints/rules/place.ts'
import { publicCard } from '#shared/complaints/rules/public.ts'
import { mostAlike } from '#shared/complaints/rules/similar.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { countSoon } from './cosigning.ts'
import { cardOf, type ListedCard } from './items.ts'
import { known } from './public-cards.ts'
import type { Cards, Complaints, Listing } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import type { FoundComplaint } from './stored.ts'

const PAGE = 20
/** Compared with at most so many of the latest: who files waits for it. */
const COMPARED = 200
const SUGGESTED = 3
/** In no building. */
const COMMON = 'common'
/** Of what is asked for and rare, a page comes after at most so many reads; it may hold less, and goes on. */
const MOST_READS = 10

type Given<Name extends 'publicList' | 'similar' | 'cosign'> = Input<(typeof complaints)[Name]>
type Gives<Name extends 'publicList' | 'similar' | 'cosign'> = Promise<
  Output<(typeof complaints)[Name]>
>

/** What neighbours have of each other's complaints, where the community keeps its list public. */
export function neighbourHandlers(settings: SettingsOffers) {
  const isPublic = async (community: string): Promise<boolean> =>
    (await settings.of(community)).publicList

  return {
    async publicList(
      { stage, category, building, limit = PAGE, cursor }: Given<'publicList'>,
      { repository, now }: Call<Complaints>,
    ): Gives<'publicList'> {
      if (!(await isPublic(repository.community))) {
        throw new RefusedError('complaints.list_not_public')
      }
      const fits = (card: ListedCard): boolean =>
        (category === undefined || card.category === category) &&
        (building === undefined || isSameBuilding(card.building ?? COMMON, building))
      const page = await fitting((listing) => repository.queue(stage, listing), fits, {
        limit,
        cursor,
      })
      return { ...page, items: page.items.map((card) => publicCard(card, now)) }
    },

    async similar(
      { category, text, place }: Given<'similar'>,
      { repository, now }: Call<Complaints>,
    ): Gives<'similar'> {
      if (!(await isPublic(repository.community))) return { items: [] }
      const cards = await repository.latestOpen(COMPARED)
      const mine = { category, text, building: place && buildingOf(place) }
      const alike = mostAlike(mine, cards.map(comparable), SUGGESTED)
      return {
        items: alike.map(({ score, words, card }) => ({
          ...publicCard(card, now),
          score,
          words: [...words],
        })),
      }
    },

    /** The home's own item says that it joined in; the number shown is counted from these. */
    async cosign({ number, unit }: Given<'cosign'>, call: Call<Complaints>): Gives<'cosign'> {
      const { repository, homes, person, now } = call
      const home = homes.find((one) => unit === undefined || one.unit === unit)
      if (!home) throw new RefusedError('complaints.cosign_needs_home')
      const found = await joinable(number, repository)
      // The filer's household has complained already.
      if (home.unit !== found.stored.unit) {
        await repository.cosign(found.stored.number, home.unit, person, now)
        await countSoon(repository, found.stored.number, now)
      }
      return publicCard(cardOf(found.stored), now)
    },
  }
}

/** A page of those that fit, in the list's own order. */
async function fitting(
  read: (listing: Listing) => Promise<Cards>,
  fits: (card: ListedCard) => boolean,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<Cards> {
  const items: ListedCard[] = []
  let from = cursor
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    // Never more than what is missing: what is read and not given would be lost.
    const page = await read({ limit: limit - items.length, cursor: from })
    items.push(...page.items.filter(fits))
    from = page.cursor
    if (from === undefined || items.length >= limit) break
  }
  return { items, ...(from !== undefined && { cursor: from }) }
}

const comparable = (card: ListedCard) => ({
  category: card.category,
  building: card.building,
  text: card.summary,
  filedAt: card.filedAt,
  card,
})

/** @throws RefusedError where others may not know of it, or it has ended */
async function joinable(number: string, repository: Complaints): Promise<FoundComplaint> {
  const found = known(await repository.find(number))
  const { state, mergedInto } = found.stored.life
  if (mergedInto !== undefined) return joinable(mergedInto, repository)
  if (isClosed(state)) throw new RefusedError('complaints.already_closed', { state: '已结束' })
  return found
}
