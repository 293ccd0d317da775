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

/**
 * That it is enough, to the committee, who has to call the assembly. Told twice, it is one message: a crash before it
 * is written that they were told tells again.
 */
export async function toldSome(
  needs: TellNeeds,
  petitions: Petitions,
  stored: StoredPetition,
  now: Date,
): Promise<StoredPetition> {
  const { petition, community, title, support, reached } = stored
  await tellAll(needs, await needs.committeeOf(community, now), stored, {
    event: `petition ${petition} reached`,
    title: `联名达到人数：${title}`,
    words: `已有 ${support.heads} 个业主联名要求开业主大会，达到规定的 ${support.neededHeads} 个。请组织开会。`,
    at: reached?.at ?? now.toISOString(),
  })
  return { ...stored, untold: undefined }
}
