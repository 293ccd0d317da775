import type { Blobs } from '../platform/blobs/blobs.ts'
import { orderKey } from './places.ts'
import type { StoredImport } from './stored-import.ts'

/**
 * Sends for the work an import waits for. Files are read by a function of their own, which the store calls when
 * something arrives; so an order arrives there as well. What is to be done stands in the import, not in the order.
 */
export const orderWork = (
  blobs: Pick<Blobs, 'put'>,
  { community, id }: Pick<StoredImport, 'community' | 'id'>,
): Promise<void> => blobs.put(orderKey({ community, name: id }), Buffer.from('work'), 'text/plain')
