import type { MessageOffers, Told } from '../../messages/offers.ts'
import type { Petitions } from './repository.ts'
import type { StoredPetition } from './stored.ts'

export interface TellNeeds {
  readonly messages: MessageOffers
  /** Who has to call the assembly. */
  readonly committeeOf: (community: string, now: Date) => Promise<readonly string[]>
  /** Who looks at words the content check held. */
  readonly officeOf: (community: string, now: Date) => Promise<readonly string[]>
}

type Letter = Pick<Told, 'event' | 'title' | 'words' | 'at'>

async function tellAll(
  { messages }: TellNeeds,
  persons: readonly string[],
  { petition: id, community }: StoredPetition,
  letter: Letter,
): Promise<void> {
  const subject = { kind: 'petition', id, community } as const
  for (const person of persons) {
    await messages.tell({ person, template: 'vote', subject, ...letter })
  }
}

export async function tellOffice(
  needs: TellNeeds,
  stored: StoredPetition,
  now: Date,
): Promise<void> {
  const { petition, community } = stored
  await tellAll(needs, await needs.officeOf(community, now), stored, {
    event: `petition ${petition} held`,
    title: '有一件业主联名待社区查看',
    words: '联名的文字没有通过自动检查，请查看；没有问题就放行，邻居才能看到。',
    at: now.toISOString(),
  })
}

/** Who joined and is told in one visit. */
const A_VISIT = 200

/**
 * That it is enough: to the committee, who has to call the assembly, to whoever started it, and page by page to those
 * who joined. One event to each: who is several of these reads what they have to do. Told twice, it is one message: a
 * crash before it is written how far they were told tells them again.
 */
export async function toldSome(
  needs: TellNeeds,
  petitions: Petitions,
  stored: StoredPetition,
  now: Date,
): Promise<StoredPetition> {
  const { petition, community, startedBy, toldTo } = stored
  if (toldTo === undefined) {
    await tellAll(needs, await needs.committeeOf(community, now), stored, forCommittee(stored, now))
    await tellAll(needs, [startedBy], stored, forOwner(stored, '您发起的联名', now))
  }
  const page = await petitions.supporters(petition, {
    limit: A_VISIT,
    ...(toldTo !== undefined && { cursor: toldTo }),
  })
  const joined = [...new Set(page.items.map(({ person }) => person))]
  await tellAll(needs, joined, stored, forOwner(stored, '您参加的联名', now))
  const isAll = page.cursor === undefined
  return { ...stored, toldTo: page.cursor, ...(isAll && { untold: undefined }) }
}

const reachedLetter = ({ petition, title, reached }: StoredPetition, now: Date) => ({
  event: `petition ${petition} reached`,
  title: `联名达到人数：${title}`,
  at: reached?.at ?? now.toISOString(),
})

const forCommittee = (stored: StoredPetition, now: Date): Letter => ({
  words: `已有 ${stored.support.heads} 个业主联名要求开业主大会，达到规定的 ${stored.support.neededHeads} 个。请组织开会。`,
  ...reachedLetter(stored, now),
})

const forOwner = (stored: StoredPetition, yours: string, now: Date): Letter => ({
  words: `${yours}已有 ${stored.support.heads} 人，达到规定的 ${stored.support.neededHeads} 人，业委会要组织开会。`,
  ...reachedLetter(stored, now),
})
