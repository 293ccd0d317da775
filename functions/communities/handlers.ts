import type { communities } from '#shared/communities/contract.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import { findCommunity } from './repository.ts'

export const communityFeature: Feature<typeof communities, Table> = {
  open: (ports) => ports.table,
  handlers: {
    async get({ community }, { repository }) {
      const found = await findCommunity(repository, community)
      if (!found) throw new RefusedError('scope.not_found')
      return found
    },
  },
}
