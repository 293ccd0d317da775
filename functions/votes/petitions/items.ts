import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../../platform/jobs/wake.ts'
import type { Item, Key } from '../../platform/table/table.ts'
import { storedCard, StoredPetition, type FoundPetition, type StoredSupport } from './stored.ts'

// PETITION#<community>#<petition> | PETITION   what it asks, and how many stand behind it
//   by1 PETITIONS#<community> | <startedAt>#<petition>             all whose words passed the content check
//   by1 PETITIONS_HELD#<community> | <startedAt>#<petition>        words that wait for the office; unchecked ones have no by1
//   by2 PETITIONED#<community>#<person> | <startedAt>#<petition>   started by this person
//   wake                                                          its check, counting, telling of it, kept long enough
// PJOIN#<community>#<petition> | <head>        one head's support: there once, or not
//   by2 PETITIONED#<community>#<person> | <at>#<petition>         given by this person
const FORMAT = 1
export const PETITION_KIND = 'PETITION'
const JOINED = 'PJOIN#'

export const petitionKey = (community: string, petition: string): Key => ({
  pk: `${PETITION_KIND}#${community}#${petition}`,
  sk: 'PETITION',
})
export const petitionList = (community: string): string => `PETITIONS#${community}`
export const heldPetitions = (community: string): string => `PETITIONS_HELD#${community}`
export const petitionedPartition = (community: string, person: string): string =>
  `PETITIONED#${community}#${person}`
export const supportPartition = (community: string, petition: string): string =>
  `${JOINED}${community}#${petition}`
export const isSupport = ({ pk }: Pick<Key, 'pk'>): boolean => pk.startsWith(JOINED)
/** Of either kind of item: both end in the petition's id. */
export const petitionIn = ({ pk }: Pick<Key, 'pk'>): string => pk.slice(pk.lastIndexOf('#') + 1)

/** Its time is over, or it came to its end before. */
export const removalOf = ({ until, reached }: Pick<StoredPetition, 'until' | 'reached'>): Date =>
  keptUntil('petitions', new Date(reached?.at ?? until))

export function petitionItem(stored: StoredPetition, version: number, now: Date): Item {
  const { community, petition, startedAt, startedBy } = stored
  const key = petitionKey(community, petition)
  const sk = `${startedAt}#${petition}`
  const list = listOf(stored)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: storedCard(stored),
    by2: { pk: petitionedPartition(community, startedBy), sk },
    wake: wakeAt(key, wakeOf(stored, now)),
    ...(list !== undefined && { by1: { pk: list, sk } }),
    ...key,
  }
}

const listOf = ({ community, check }: StoredPetition): string | undefined =>
  ({ passed: petitionList(community), held: heldPetitions(community), pending: undefined })[
    check.state
  ]

function wakeOf(stored: StoredPetition, now: Date): Date {
  const { check, counting, untold, countAt } = stored
  if (check.state === 'pending') return new Date(check.nextAt)
  if (check.state === 'held') return removalOf(stored)
  if (counting !== undefined || untold === true) return now
  return countAt === undefined ? removalOf(stored) : new Date(countAt)
}

export const foundPetition = (item: Item): FoundPetition => ({
  version: item.version,
  ...StoredPetition.parse(item.data),
})

export const supportItem = (
  at: { readonly community: string; readonly petition: string; readonly head: string },
  data: StoredSupport,
): Item => ({
  pk: supportPartition(at.community, at.petition),
  sk: at.head,
  version: 1,
  v: FORMAT,
  data,
  by2: {
    pk: petitionedPartition(at.community, data.person),
    sk: `${data.at}#${at.petition}`,
  },
})
