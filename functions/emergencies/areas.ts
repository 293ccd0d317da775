import type { emergencyAreas, EmergencyAreaCard } from '#shared/emergencies/contract.ts'
import type { Places } from '../communities/offers.ts'
import type { Feature, PlaceScope } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import { emergenciesIn, type Stage } from './repository.ts'

const PAGE = 20

interface Area {
  readonly table: Table
  readonly place: PlaceScope
}
interface Asked {
  readonly stage: Stage
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** What happens in every community of a street or district, latest first: each community's list is asked for itself. */
export function emergencyAreaFeature({
  places,
}: {
  readonly places: Places
}): Feature<typeof emergencyAreas, Area> {
  const list = async ({ stage, limit = PAGE, cursor }: Asked, { table, place }: Area) => {
    const ids = await places.communitiesIn(place)
    const lists = await Promise.all(
      ids.map(async (community): Promise<EmergencyAreaCard[]> => {
        // What stands right at the place where the page before ended is left out.
        const range = { limit: limit + 1, ...(cursor !== undefined && { to: cursor }) }
        const { items } = await emergenciesIn(table, community).list(stage, range)
        const communityName = (await places.community(community))?.name ?? community
        return items.map((card) => ({ ...card, community, communityName }))
      }),
    )
    const all = lists.flat().filter((card) => cursor === undefined || placeOf(card) < cursor)
    const items = all.sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1)).slice(0, limit)
    const last = items[limit - 1]
    return last && all.length > limit ? { items, cursor: placeOf(last) } : { items }
  }
  return {
    open({ table }, _scope, place) {
      if (!place) throw new RefusedError('scope.not_found')
      return { table, place }
    },
    handlers: {
      ofStreet: (asked, { repository }) => list(asked, repository),
      ofDistrict: (asked, { repository }) => list(asked, repository),
    },
  }
}

const placeOf = ({ reportedAt, emergency }: EmergencyAreaCard): string =>
  `${reportedAt}#${emergency}`
