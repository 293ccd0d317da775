import type { complaints, QueueStage } from '#shared/complaints/contract.ts'
import type { Output } from '#shared/kernel/route.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery, type Query } from '#miniprogram/platform/use-query.ts'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { Block } from './block.tsx'
import { countWords } from './concerns.ts'
import { ShortList } from './short-list.tsx'

type Cards = Output<typeof complaints.queue>

/** The first page of what waits in a queue, the longest waiting first. */
export const useQueue = (community: string, stage: QueueStage): Query<Cards> =>
  useQuery(`home queue ${community} ${stage}`, () =>
    api.complaints.queue({ community, stage, limit: 30 }),
  )

interface QueueBlockProps {
  readonly query: Query<Cards>
  /** What they wait for: `要办的投诉`. */
  readonly title: string
  /** Their page is an officer's. */
  readonly office?: boolean
}

export const QueueBlock = ({ query, title, office = false }: QueueBlockProps) => (
  <Block name={title} query={query}>
    {(page) => (
      <ShortList
        title={`${title} ${countWords(page)}`}
        all={page.items}
        seeAll="complaints"
        unit="件投诉"
      >
        {(card) => (
          <ComplaintRow key={card.number} card={card} mine={false} brief office={office} />
        )}
      </ShortList>
    )}
  </Block>
)
