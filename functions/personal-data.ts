import { bindingNeeds } from './bindings/needs.ts'
import { ownersEverOf, type OwnerAt } from './bindings/offers.ts'
import { bindingData } from './bindings/personal-data.ts'
import { communityDirectory } from './communities/offers.ts'
import { cosignData } from './complaints/cosign-data.ts'
import { complaintData } from './complaints/personal-data.ts'
import { emergencyData } from './emergencies/personal-data.ts'
import { feeData } from './fees/personal-data.ts'
import { messageData } from './messages/personal-data.ts'
import { noticeData } from './notices/personal-data.ts'
import { personDirectory } from './people/offers.ts'
import { personData } from './people/personal-data.ts'
import { photoOffers } from './photos/offers.ts'
import type { Ports } from './platform/ports.ts'
import type { PersonalData } from './privacy/offers.ts'
import { correctionData } from './privacy/correction-data.ts'
import { privacyData } from './privacy/own-data.ts'
import { sessionData } from './sessions/personal-data.ts'
import { mandateData } from './votes/mandates/personal-data.ts'
import { petitionData } from './votes/petitions/personal-data.ts'
import { voteData } from './votes/personal-data.ts'

/** What every feature holds about a person, in the order in which a closed account is taken apart: identity last. */
export function personalDataOf(ports: Ports): readonly PersonalData[] {
  const persons = personDirectory(ports)
  const places = communityDirectory(ports)
  const communities = async (): Promise<readonly string[]> => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await places.list('community', { limit: 100, ...(cursor && { cursor }) })
      ids.push(...page.items.map(({ of }) => of))
      cursor = page.cursor
    } while (cursor !== undefined)
    return ids
  }
  const ownersOf = async (person: string): Promise<readonly OwnerAt[]> => {
    const homes = (await persons.grantsOf(person))?.homes ?? []
    const held = homes.flatMap(({ community, owner }) =>
      // How long it has been theirs stands with the home, and is read there.
      owner ? [{ community, owner, held: [] }] : [],
    )
    return [...held, ...(await ownersEverOf(ports.table, person))]
  }
  const homesOf = async (person: string) => [
    ...((await persons.grantsOf(person))?.homes ?? []),
    ...(await ownersEverOf(ports.table, person)),
  ]
  return [
    sessionData(ports, persons),
    complaintData({ table: ports.table, communities }),
    cosignData({ table: ports.table, communities }),
    emergencyData({ table: ports.table, communities }),
    messageData(ports),
    voteData({ photos: photoOffers(ports), ownersOf, ...ports }),
    mandateData({ ...ports, homesOf }),
    petitionData({ table: ports.table, communities }),
    feeData({ table: ports.table, persons, places }),
    noticeData({ ...ports, communities }),
    bindingData(ports, bindingNeeds(ports, { persons, places })),
    correctionData({ ...ports, communities }),
    privacyData(ports, { persons, places }),
    personData(ports, places),
  ]
}
