import { communityDirectory } from './communities/offers.ts'
import { personDirectory } from './people/offers.ts'
import { personData } from './people/personal-data.ts'
import type { Ports } from './platform/ports.ts'
import type { PersonalData } from './privacy/offers.ts'
import { privacyData } from './privacy/own-data.ts'
import { sessionData } from './sessions/personal-data.ts'

/** What every feature holds about a person, in the order in which a closed account is taken apart: identity last. */
export function personalDataOf(ports: Ports): readonly PersonalData[] {
  const persons = personDirectory(ports)
  const places = communityDirectory(ports)
  return [sessionData(persons), privacyData(ports, { persons, places }), personData(ports)]
}
