import type { complaints, ComplaintCard, QueueStage } from '#shared/complaints/contract.ts'
import { partiesOf } from '#shared/complaints/rules/acts.ts'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { mayList } from '#shared/complaints/rules/sight.ts'
import type { Output } from '#shared/kernel/route.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Range } from '../platform/table/table.ts'
import type { ListedCard } from './items.ts'
import type { Complaints } from './repository.ts'

type Listing = Pick<Range, 'limit' | 'cursor'>

/** What waits in one stage, as this person may see it: the property's list is without what is about itself. */
export async function listQueue(
  stage: QueueStage,
  listing: Listing,
  { roles, repository }: Call<Complaints>,
): Promise<Output<typeof complaints.queue>> {
  const page = await repository.queue(accepted(mayList(stage, roles)), listing)
  const parties = partiesOf({ isFiler: false, roles })
  if (parties.some((party) => party === 'community' || party === 'street')) return page
  return parties.includes('property')
    ? { ...page, items: page.items.filter(isForProperty).map(asPropertySees) }
    : { ...page, items: page.items.filter(isForDistrict) }
}

export const isForProperty = ({ category }: ListedCard): boolean => !skipsProperty(category)

/** Where it is not to know whose it is, neither who helps them. */
export const asPropertySees = ({
  placeForProperty,
  assistedBy,
  ...card
}: ListedCard): ComplaintCard =>
  placeForProperty === undefined
    ? { ...card, ...(assistedBy && { assistedBy }) }
    : { ...card, place: placeForProperty }

/** What came up to it, and what the street let pass. */
export const isForDistrict = ({ level, late }: ListedCard): boolean =>
  level === 'district' || late === true
