import * as z from '#shared/kernel/zod.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import type { Item, Table } from '../platform/table/table.ts'
import { mandatePartition } from './mandates/repository.ts'
import { StoredHeadMandates } from './mandates/stored.ts'
import { paperPartitions } from './papers/drawer.ts'
import { StoredPaper } from './papers/stored.ts'
import { roundOf, servingPartitions } from './serving/repository.ts'
import type { StoredVote } from './stored.ts'

const AT_ONCE = 50

/** What was on paper, who spoke for whom and who was reached how, with the photos of it: kept as long as the ballots, and no longer. */
export async function removePaperTrail(
  table: Table,
  photos: Pick<PhotoOffers, 'remove'>,
  vote: StoredVote,
): Promise<void> {
  const rounds = Array.from({ length: roundOf(vote) + 1 }, (_, round) => round)
  const partitions = [
    mandatePartition(vote.community, vote.vote),
    ...paperPartitions(vote.vote),
    ...rounds.flatMap((round) => servingPartitions(vote.vote, round)),
  ]
  for (const partition of partitions) {
    let cursor: string | undefined
    do {
      const page = await table.query(partition, { limit: AT_ONCE, ...(cursor && { cursor }) })
      // The photos first: as long as the item is there, somebody comes back for them.
      const ids = page.items.flatMap(photosIn)
      if (ids.length > 0) await photos.remove(ids, vote.community)
      await Promise.all(page.items.map((item) => table.delete(item, item.version)))
      cursor = page.cursor
    } while (cursor !== undefined)
  }
}

const WithPhotos = z.object({ photos: z.array(z.string()).optional() })

function photosIn({ pk, sk, data }: Item): readonly string[] {
  if (pk.startsWith('P#')) {
    return StoredPaper.parse(data).sheets.flatMap(({ photographed }) =>
      (photographed?.pictures ?? []).map(({ photo }) => photo),
    )
  }
  if (sk.startsWith('HEAD#')) {
    return StoredHeadMandates.parse(data).list.flatMap(({ photos = [] }) => photos)
  }
  return WithPhotos.safeParse(data).data?.photos ?? []
}
