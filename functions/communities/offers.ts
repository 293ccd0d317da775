import type { Community } from '#shared/communities/contract.ts'
import type { CommunityScope } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import { communitiesOfStreet, findCommunity } from './repository.ts'

export interface Places {
  scope(id: string): Promise<CommunityScope | undefined>
  community(id: string): Promise<Community | undefined>
  ofStreet(street: string): Promise<readonly string[]>
}

// Names and streets hardly ever change; a person's grants, which do, are read on each request.
const FRESH_MS = 10_000

/** Communities by id, remembered for a few seconds. */
export function communityDirectory({ table, now }: Pick<Ports, 'table' | 'now'>): Places {
  const known = new Map<string, { readonly at: number; readonly community: Community }>()

  const community = async (id: string): Promise<Community | undefined> => {
    const at = now().getTime()
    const held = known.get(id)
    if (held && Math.abs(at - held.at) < FRESH_MS) return held.community
    const found = await findCommunity(table, id)
    if (found) known.set(id, { at, community: found })
    return found
  }
  return {
    community,
    ofStreet: (street) => communitiesOfStreet(table, street),
    async scope(id) {
      const found = await community(id)
      return found && { community: found.id, code: found.code, street: found.street }
    },
  }
}
