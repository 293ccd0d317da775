import type { complaintAreas, AreaCard } from '#shared/complaints/lists-contract.ts'
import { isInGroup } from '#shared/complaints/rules/desk.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { Places } from '../communities/offers.ts'
import type { Call, Feature, PlaceScope } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import type { ListedCard } from './items.ts'
import { isForDistrict } from './lists.ts'
import { queueOf } from './repository.ts'

const PAGE = 20

interface Area {
  readonly table: Table
  readonly place: PlaceScope
}

interface Needs {
  readonly places: Places
}

type Asked = Omit<Input<typeof complaintAreas.ofStreet>, 'street'>
type IsShown = (card: ListedCard) => boolean

/**
 * What has come up from every community of a street or district. Each community's list is asked for itself, so a
 * community that changes its street takes its open complaints along at once.
 */
export function complaintAreaFeature({ places }: Needs): Feature<typeof complaintAreas, Area> {
  const list = async (
    isTheirs: IsShown,
    { group, limit = PAGE, cursor }: Asked,
    { repository: { table, place }, now }: Call<Area>,
  ): Promise<Output<typeof complaintAreas.ofStreet>> => {
    const isShown: IsShown = (card) =>
      isTheirs(card) && (group === undefined || isInGroup(group, card, now))
    const ids = await places.communitiesIn(place)
    const lists = await Promise.all(
      ids.map(async (community) => {
        const items = await upFrom(table, community, cursor, limit, isShown)
        const { name = community, streetName } = (await places.community(community)) ?? {}
        const there = { community, communityName: name, ...(streetName && { streetName }) }
        return items.map((card): AreaCard => ({ ...card, ...there }))
      }),
    )
    const items = lists
      .flat()
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .slice(0, limit)
    const last = items[items.length - 1]
    return items.length < limit || !last ? { items } : { items, cursor: placeOf(last) }
  }
  return {
    open: ({ table }, _scope, place) => {
      if (!place) throw new RefusedError('scope.not_found')
      return { table, place }
    },
    handlers: {
      ofStreet: (asked, call) => list(() => true, asked, call),
      ofDistrict: (asked, call) => list(isForDistrict, asked, call),
    },
  }
}

/** Where a card stands among those of all communities: by when it was filed. */
const placeOf = ({ filedAt, number }: ListedCard): string => `${filedAt}#${number}`

/** The first so many after a place that are shown there; pages go on where what is shown is sparse. */
async function upFrom(
  table: Table,
  community: string,
  after: string | undefined,
  limit: number,
  isShown: IsShown,
): Promise<readonly ListedCard[]> {
  const found: ListedCard[] = []
  let from = after
  for (;;) {
    const { items } = await queueOf(table, community, 'up', {
      limit: limit + 1,
      ...(from !== undefined && { from }),
    })
    const beyond = items.filter((card) => from === undefined || placeOf(card) > from)
    found.push(...beyond.filter(isShown))
    const last = beyond[beyond.length - 1]
    if (items.length <= limit || !last || found.length >= limit) return found.slice(0, limit)
    from = placeOf(last)
  }
}
